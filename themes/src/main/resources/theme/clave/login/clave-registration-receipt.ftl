<#import "template.ftl" as layout>
<#import "progress.ftl" as progress>
<#import "icons.ftl" as icons>
<@layout.registrationLayout agency=agencyName!"" watching=true; section>
  <#if section = "header">
    ${msg("receiptTitle")}
  <#elseif section = "form">
    <@progress.bar/>
    <div class="alert alert--success" role="status">
      <p class="alert__text"><@icons.shield/><span>${msg("receiptLead", name)}</span></p>
    </div>
    <section class="code">
      <h2>${msg("receiptCodeTitle")}</h2>
      <p class="code__value" translate="no">${activationCode}</p>
      <p>${msg("receiptCodeText")}</p>
      <p class="code__once">${msg("receiptCodeOnce")}</p>
      <a class="button button--primary" href="${receiptUrl}" download>${msg("receiptDownload")}</a>
    </section>
    <dl class="facts">
      <div><dt>${msg("nationalIdLabel")}</dt><dd>${nationalId}</dd></div>
      <div><dt>${msg("mobileLabel")}</dt><dd>${mobile}</dd></div>
      <#if email?has_content><div><dt>${msg("emailLabel")}</dt><dd translate="no">${email}</dd></div></#if>
      <div><dt>${msg("registrationReached")}</dt><dd><#if level == "ADVANCED">${msg("registrationAdvanced")}<#else>${msg("registrationBasic")}</#if></dd></div>
    </dl>
    <p><#if level == "ADVANCED">${msg("registrationOpensAdvanced")}<#else>${msg("registrationOpensBasic")} ${msg("registrationLevelsLater")}</#if></p>
    <form id="clave-registration-receipt" action="${url.loginAction}" method="post" data-once>
      <div class="actions">
        <button class="button button--<#if agencyName?has_content>primary button--large<#else>secondary</#if>" type="submit" name="step" value="leave"><#if agencyName?has_content>${msg("receiptContinue", agencyName)}<#else>${msg("receiptFinish")}</#if></button>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
