<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "icons.ftl" as icons>
<@layout.registrationLayout agency=agencyName level=requiredLevel watching=true; section>
  <#if section = "header">
    ${msg("permanentRequestTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("permanentRequestLead")}</p>
    <p class="fact"><@icons.phone/><span>${msg("pinRequestPhone", phoneEnding)}</span></p>
    <form id="clave-permanent-request" action="${url.loginAction}" method="post" data-once>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="request">${msg("permanentRequest")}</button>
        <@form.cancel/>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
