<#import "template.ftl" as layout>
<#import "progress.ftl" as progress>
<@layout.registrationLayout agency=agencyName!"" watching=true; section>
  <#if section = "header">
    <#if level?has_content>${msg("alreadyTitle")}<#else>${msg("routeNotAllowedTitle")}</#if>
  <#elseif section = "form">
    <@progress.bar/>
    <#if level?has_content>
    <p class="lead"><#if level == "ADVANCED">${msg("alreadyAdvanced")}<#else>${msg("alreadyBasic")}</#if></p>
    <p><#if level == "ADVANCED">${msg("registrationOpensAdvanced")}<#else>${msg("registrationOpensBasic")} ${msg("registrationLevelsLater")}</#if></p>
    </#if>
    <form id="clave-registration-already" action="${url.loginAction}" method="post" data-once>
      <div class="actions">
        <#if level != "ADVANCED"><button class="button button--<#if level?has_content>secondary<#else>primary button--large</#if>" type="submit" name="step" value="routes">${msg("registrationToRoutes")}</button></#if>
        <button class="button button--<#if level == "ADVANCED">primary button--large<#else>link</#if>" type="submit" name="step" value="leave"><#if agencyName?has_content>${msg("registrationLeave")}<#else>${msg("registrationQuit")}</#if></button>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
