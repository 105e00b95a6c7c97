<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("pageExpiredTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("pageExpiredText")}</p>
    <div class="actions">
      <a class="button button--primary button--large" id="loginContinueLink" href="${url.loginAction}">${msg("pageExpiredContinue")}</a>
      <a class="button button--secondary" id="loginRestartLink" href="${url.loginRestartFlowUrl}">${msg("pageExpiredRestart")}</a>
    </div>
  </#if>
</@layout.registrationLayout>
