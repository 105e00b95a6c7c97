<#import "template.ftl" as layout>
<#import "progress.ftl" as progress>
<@layout.registrationLayout agency=agencyName!"" watching=true; section>
  <#if section = "header">
    ${msg("registrationRoutesTitle")}
  <#elseif section = "form">
    <@progress.bar/>
    <p class="lead">${msg("registrationRoutesLead", nationalId)}</p>
    <form id="clave-registration-routes" action="${url.loginAction}" method="post" data-once>
      <ul class="routes">
        <#list routes as route>
        <li class="route">
          <#switch route.id>
            <#case "certificate"><@offer route msg("registrationCertificateTitle") msg("registrationCertificateTakes") msg("registrationCertificateTime")/><#break>
            <#case "letter"><@offer route msg("registrationLetterTitle") msg("registrationLetterTakes") msg("registrationLetterTime")/><#break>
            <#case "office"><@offer route msg("registrationOfficeTitle") msg("registrationOfficeTakes") msg("registrationOfficeTime")/><#break>
          </#switch>
        </li>
        </#list>
      </ul>
      <div class="actions">
        <button class="button button--link" type="submit" name="step" value="start">${msg("codeChange")}</button>
        <@progress.leave/>
      </div>
    </form>
    <details class="help">
      <summary>${msg("registrationLevelsTitle")}</summary>
      <div class="help__body">
        <section><h2 class="help__title">${msg("registrationLevelBasic")}</h2><p>${msg("registrationOpensBasic")}</p></section>
        <section><h2 class="help__title">${msg("registrationLevelAdvanced")}</h2><p>${msg("registrationOpensAdvanced")}</p></section>
        <p>${msg("registrationLevelsLater")}</p>
      </div>
    </details>
  </#if>
</@layout.registrationLayout>

<#macro offer route title takes time>
          <h2 class="route__title" id="route-${route.id}">${title}</h2>
          <dl class="route__facts">
            <div><dt>${msg("registrationTakes")}</dt><dd>${takes}</dd></div>
            <div><dt>${msg("registrationTime")}</dt><dd>${time}</dd></div>
            <div><dt>${msg("registrationLevel")}</dt><dd><strong><#if route.level == "ADVANCED">${msg("registrationLevelAdvanced")}<#else>${msg("registrationLevelBasic")}</#if></strong>. <#if route.level == "ADVANCED">${msg("registrationOpensAdvanced")}<#else>${msg("registrationOpensBasic")}</#if></dd></div>
          </dl>
          <#if route.closedBecause?has_content>
          <p class="route__closed">${msg(route.closedBecause)}</p>
          <#else>
          <button class="button button--primary" type="submit" name="step" value="${route.id}.begin" aria-describedby="route-${route.id}">${msg("registrationChoose")}</button>
          </#if>
</#macro>
