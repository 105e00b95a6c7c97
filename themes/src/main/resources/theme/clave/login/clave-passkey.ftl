<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "icons.ftl" as icons>
<#import "passkey.ftl" as passkeys>
<@layout.registrationLayout agency=agencyName level=requiredLevel watching=true; section>
  <#if section = "header">
    ${msg("passkeyTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("passkeyLead")}</p>
    <p class="fact"><@icons.shield/><span>${msg("passkeySafe")}</span></p>
    <form id="clave-passkey" action="${url.loginAction}" method="post" data-once data-passkey="get" data-challenge="${passkey.challenge}" data-rp-id="${passkey.rpId}">
      <@passkeys.answer/>
      <@passkeys.status/>
      <div class="actions">
        <button class="button button--primary button--large" type="button" hidden data-passkey-ask>${msg("passkeyUse")}</button>
        <@form.cancel/>
      </div>
    </form>
    <details class="help">
      <summary>${msg("passkeyNone")}</summary>
      <div class="help__body"><p>${msg("passkeyNoneText")}</p></div>
    </details>
  </#if>
</@layout.registrationLayout>
