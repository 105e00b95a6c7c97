<#import "icons.ftl" as icons>
<#import "footer.ftl" as pageFooter>
<#--
  The frame of every page, ours and Keycloak's own.

  fields     ids of the form fields of the page, in order: their errors are listed at the top, linked to the fields
  agency     who asks for the identity: named at the top of the page
  level      LOW, SUBSTANTIAL or HIGH: the level that the agency asks for; empty where it does not matter
  languages  false on pages that a GET cannot show again
  watching   whether the page goes on by itself when the citizen logs in in another tab
-->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false fields=[] agency="" level="" languages=true watching=authenticationSession??>
<#local heading><#nested "header"></#local>
<#local heading = heading?markup_string?trim>
<#local failed = message?has_content && message.type == "error">
<#local plainHeading = heading?replace("<[^>]*>", "", "r")?replace("\\s+", " ", "r")?trim>
<#local resources = url.resourcesPath + "/" + properties.assets>
<!DOCTYPE html>
<html lang="${lang}"<#if (locale.rtl)!false> dir="rtl"</#if>>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="theme-color" content="#0b4f94">
  <meta name="format-detection" content="telephone=no">
  <title><#if failed>${msg("errorPrefix")} </#if>${plainHeading?no_esc}<#if plainHeading?has_content> – </#if>${msg("siteName")}</title>
  <link rel="icon" type="image/svg+xml" href="${resources}/favicon.svg">
  <link rel="stylesheet" href="${resources}/clave.css">
  <script type="module" src="${resources}/clave.js"></script>
  <#list scripts![] as script>
  <script src="${script}"></script>
  </#list>
<#-- The space keeps Keycloak from putting an inline script here, which a strict policy forbids: clave.js does its job. -->
</head >
<body class="${bodyClass}" data-page-id="login-${pageId}"<#if watching> data-watch="${url.ssoLoginInOtherTabsUrl}"</#if><#if authenticationSession??> data-session="${authenticationSession.authSessionIdHash}"</#if>>
<a class="skip" href="#main">${msg("skipToContent")}</a>
<header class="top">
  <div class="top__inner">
    <div class="brand"><@icons.wordmark/><span class="brand__text">${msg("siteTagline")}</span></div>
    <#if languages && ((realm.internationalizationEnabled)!false) && locale.supported?size gt 1>
    <nav class="languages" aria-label="${msg("languages")}">
      <details class="menu" data-menu>
        <summary class="menu__button"><@icons.globe/><span class="sr-only">${msg("languages")}: </span>${locale.current}<@icons.chevron/></summary>
        <ul class="menu__list">
          <#list properties.locales?split(",") as tag>
            <#list locale.supported?filter(l -> l.languageTag == tag) as l>
          <li><a href="${l.url}" lang="${l.languageTag}" hreflang="${l.languageTag}"<#if l.languageTag == locale.currentLanguageTag> aria-current="true"</#if>>${l.label}</a></li>
            </#list>
          </#list>
        </ul>
      </details>
    </nav>
    </#if>
  </div>
</header>
<main id="main" class="page" tabindex="-1">
  <div class="card">
    <#if agency?has_content>
    <div class="agency">
      <span class="agency__icon"><@icons.institution/></span>
      <p class="agency__text"><span class="agency__label">${msg("agencyAsks")}</span> <strong class="agency__name">${agency}</strong>
      <#if level == "LOW"><span class="agency__level">${msg("levelAskedLow")}</span>
      <#elseif level == "SUBSTANTIAL"><span class="agency__level">${msg("levelAskedSubstantial")}</span>
      <#elseif level == "HIGH"><span class="agency__level">${msg("levelAskedHigh")}</span></#if>
      <#if (client.attributes["clave.service"])?has_content><span class="agency__service">${msg("agencyService")} ${advancedMsg(client.attributes["clave.service"])}</span></#if>
      <#if agencyData?has_content><span class="agency__data">${msg("agencyDataLabel")} <#list agencyData as key>${msg(key)}<#sep>; </#list>.</span></#if></p>
    </div>
    </#if>
    <div class="card__body">
    <@notice fields displayMessage/>
    <h1<#if !heading?has_content> class="sr-only"</#if>><#if heading?has_content>${heading?no_esc}<#else>${msg("siteName")}</#if></h1>
    <#if displayRequiredFields><p class="hint"><span class="required">*</span> ${msg("requiredFields")}</p></#if>
    <#nested "form">
    <#if auth?has_content && auth.showTryAnotherWayLink()>
    <form action="${url.loginAction}" method="post">
      <button class="button button--link" type="submit" name="tryAnotherWay" value="on">${msg("doTryAnotherWay")}</button>
    </form>
    </#if>
    <#if switchOrganizationEnabled!false>
    <form action="${url.loginAction}" method="post">
      <button class="button button--link" type="submit" name="switchOrganization" value="true">${msg("doSwitchOrganization")}</button>
    </form>
    </#if>
    <#nested "socialProviders">
    <#if displayInfo><div class="info"><#nested "info"></div></#if>
    </div>
  </div>
  <#nested "aside">
</main>
<@pageFooter.content/>
</body>
</html>
</#macro>

<#-- What happened, at the top of the page: the errors of its fields with links to them, or one message. -->
<#macro notice fields displayMessage>
  <#local errors = []>
  <#list fields as field>
    <#if messagesPerField.existsError(field)><#local errors = errors + [field]></#if>
  </#list>
  <#if errors?has_content>
    <div class="alert alert--error" role="alert" tabindex="-1" data-summary>
      <p class="alert__title"><@icons.error/>${msg("errorSummaryTitle")}</p>
      <ul>
        <#list errors as field>
        <li><a href="#${field}">${kcSanitize(messagesPerField.get(field))?no_esc}</a></li>
        </#list>
      </ul>
    </div>
  <#elseif displayMessage && message?has_content && (message.type != "warning" || !isAppInitiatedAction??)>
    <#if message.type == "error">
    <div class="alert alert--error" role="alert" tabindex="-1" data-summary>
      <p class="alert__text"><@icons.error/><span><span class="sr-only">${msg("errorPrefix")} </span>${kcSanitize(message.summary)?no_esc}</span></p>
    </div>
    <#else>
    <div class="alert alert--${message.type}" role="status">
      <p class="alert__text"><@icons.info/><span>${kcSanitize(message.summary)?no_esc}</span></p>
    </div>
    </#if>
  </#if>
</#macro>
