<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "document.ftl" as document>
<@layout.registrationLayout fields=["nationalId", "contrastDatum"] agency=agencyName level=requiredLevel watching=true; section>
  <#if section = "header">
    ${msg("appIdentifyTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("appIdentifyLead")}</p>
    <form id="clave-mobile-identify" action="${url.loginAction}" method="post" novalidate data-once>
      <@document.fields/>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="request">${msg("appIdentifyAsk")}</button>
        <button class="button button--link" type="submit" name="step" value="again" formnovalidate>${msg("appWithQr")}</button>
        <@form.cancel/>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
