<#import "template.ftl" as layout>
<#import "document.ftl" as document>
<#import "progress.ftl" as progress>
<#import "icons.ftl" as icons>
<@layout.registrationLayout fields=["nationalId", "contrastDatum"] agency=agencyName!"" watching=true; section>
  <#if section = "header">
    ${msg("registrationTitle")}
  <#elseif section = "form">
    <@progress.bar/>
    <p class="lead">${msg("registrationLead")}</p>
    <form id="clave-registration-start" action="${url.loginAction}" method="post" novalidate data-once>
      <@document.fields/>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="identify">${msg("doContinue")}</button>
        <#if agencyName?has_content><@progress.leave/></#if>
      </div>
    </form>
  <#elseif section = "aside">
    <aside class="aside" aria-label="${msg("asideLabel")}">
      <section class="panel">
        <h2 class="panel__title"><@icons.info/>${msg("registrationNeedTitle")}</h2>
        <ul>
          <li>${msg("registrationNeedDocument")}</li>
          <li>${msg("registrationNeedMobile")}</li>
          <li>${msg("registrationNeedEmail")}</li>
        </ul>
        <p>${msg("registrationNeedMinors")}</p>
      </section>
      <section class="panel">
        <h2 class="panel__title"><@icons.shield/>${msg("privacyTitle")}</h2>
        <p>${msg("registrationPrivacy")}</p>
      </section>
    </aside>
  </#if>
</@layout.registrationLayout>
