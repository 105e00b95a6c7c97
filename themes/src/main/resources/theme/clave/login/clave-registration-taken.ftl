<#import "template.ftl" as layout>
<#import "progress.ftl" as progress>
<#import "icons.ftl" as icons>
<@layout.registrationLayout agency=agencyName!"" watching=true; section>
  <#if section = "header">
    ${msg("takenTitle")}
  <#elseif section = "form">
    <@progress.bar/>
    <div class="alert alert--warning" role="status">
      <p class="alert__text"><@icons.info/><span>${msg("takenText", mobile)}</span></p>
    </div>
    <ul>
      <li>${msg("takenDisabled")}</li>
      <li>${msg("takenTold")}</li>
    </ul>
    <form id="clave-registration-taken" action="${url.loginAction}" method="post" data-once>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="change-contact">${msg("takenOther")}</button>
        <button class="button button--secondary" type="submit" name="step" value="take-over">${msg("takenConfirm")}</button>
        <@progress.leave/>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
