<#import "template.ftl" as layout>
<#import "progress.ftl" as progress>
<#import "icons.ftl" as icons>
<@layout.registrationLayout agency=agencyName!"" watching=true; section>
  <#if section = "header">
    ${msg("letterSentTitle")}
  <#elseif section = "form">
    <@progress.bar/>
    <p class="lead">${msg("letterSentLead")}</p>
    <dl class="route__facts">
      <div><dt>${msg("letterAddress")}</dt><dd>${maskedAddress}</dd></div>
    </dl>
    <p class="fact"><@icons.clock/><span>${msg("letterSentUntil", validUntil)}</span></p>
    <p>${msg("letterSentNext")}</p>
    <form id="clave-registration-letter-sent" action="${url.loginAction}" method="post" data-once>
      <div class="actions">
        <@progress.leave/>
        <button class="button button--link" type="submit" name="step" value="letter.have">${msg("letterHave")}</button>
        <@progress.toRoutes/>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
