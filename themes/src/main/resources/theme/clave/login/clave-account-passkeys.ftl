<#import "template.ftl" as layout>
<#import "account.ftl" as account>
<#import "icons.ftl" as icons>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("passkeysTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("passkeysLead")}</p>
    <#if passkeys?has_content>
    <#list passkeys as passkey>
    <section class="part" aria-labelledby="passkey-${passkey?counter}">
      <h2 id="passkey-${passkey?counter}">${passkey.name}</h2>
      <p class="hint">${msg("passkeySince", passkey.since)}</p>
      <form action="${accountUrl}/llaves" method="post" data-once>
        <@account.token/>
        <input type="hidden" name="passkey" value="${passkey.id}">
        <div class="actions"><button class="button button--secondary" type="submit" name="step" value="remove" aria-describedby="passkey-${passkey?counter}">${msg("passkeyRemove")}</button></div>
      </form>
    </section>
    </#list>
    <p class="hint">${msg("passkeyRemoveHint")}</p>
    <#else>
    <p>${msg("passkeysNone")}</p>
    </#if>
    <section class="part" aria-labelledby="passkey-new">
      <h2 id="passkey-new">${msg("passkeyAddTitle")}</h2>
      <p class="fact"><@icons.shield/><span>${msg("passkeyAddLevel")}</span></p>
      <form id="clave-account-passkey" action="${accountUrl}/llaves" method="post" data-once>
        <@account.token/>
        <div class="actions"><button class="button button--primary" type="submit" name="step" value="add">${msg("passkeyAdd")}</button></div>
      </form>
    </section>
    <@account.back/>
  </#if>
</@layout.registrationLayout>
