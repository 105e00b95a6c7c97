<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "aside.ftl" as aside>
<#import "document.ftl" as document>
<#import "passkey.ftl" as passkeys>
<@layout.registrationLayout fields=["nationalId", "contrastDatum"] agency=agencyName level=requiredLevel watching=true; section>
  <#if section = "header">
    ${msg("identifyTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("identifyLead")}</p>
    <form id="clave-identify" action="${url.loginAction}" method="post" novalidate data-once>
      <@document.fields/>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="request">${msg("requestPin")}</button>
        <@form.cancel/>
      </div>
    </form>
    <@passkeys.autofill/>
  <#elseif section = "aside">
    <@aside.panels/>
  </#if>
</@layout.registrationLayout>
