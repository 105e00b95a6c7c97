<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "icons.ftl" as icons>
<#import "passkey.ftl" as passkeys>
<@layout.registrationLayout fields=["authenticatorLabel"]; section>
  <#if section = "header">
    ${msg("passkeyAddTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("passkeyAddLead")}</p>
    <#if passkeyRoom>
    <p class="fact"><@icons.shield/><span>${msg("passkeyAddOwn")}</span></p>
    <#else>
    <p class="fact"><@icons.info/><span>${msg("passkeyTooMany", passkeyMost)}</span></p>
    </#if>
    <form id="clave-passkey-add" action="${url.loginAction}" method="post" novalidate data-once data-passkey="create"
      data-challenge="${challenge}" data-rp-id="${rpId}" data-rp-name="${rpEntityName}" data-user-id="${userid}"
      data-holder="${holder}" data-holder-number="${holderNumber}" data-algorithms="<#list signatureAlgorithms as algorithm>${algorithm?c}<#sep>,</#list>"
      data-exclude="${excludeCredentialIds}" data-timeout-seconds="${createTimeout?c}">
      <input type="hidden" name="clientDataJSON">
      <input type="hidden" name="attestationObject">
      <input type="hidden" name="publicKeyCredentialId">
      <input type="hidden" name="transports">
      <input type="hidden" name="authenticatorAttachment">
      <#if passkeyRoom>
      <@form.text id="authenticatorLabel" label=msg("passkeyNameLabel") hint=msg("passkeyNameHint") value=passkeyName maxlength=60 capitals="sentences"/>
      </#if>
      <@passkeys.status/>
      <div class="actions">
        <#if passkeyRoom><button class="button button--primary button--large" type="button" hidden data-passkey-ask>${msg("passkeyAdd")}</button></#if>
        <button class="button button--link" type="submit" name="cancel-aia" value="true" formnovalidate>${msg("passkeyAddNot")}</button>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
