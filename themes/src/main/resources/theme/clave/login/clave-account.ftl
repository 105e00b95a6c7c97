<#import "template.ftl" as layout>
<#import "account.ftl" as account>
<#import "icons.ftl" as icons>
<#assign routes = {"LETTER": msg("accountRouteLetter"), "VIDEO_CALL": msg("accountRouteVideoCall"), "CERTIFICATE": msg("accountRouteCertificate"), "OFFICE": msg("accountRouteOffice")}>
<#assign actNames = {
  "REGISTERED": msg("accountActRegistered"), "UPGRADED": msg("accountActUpgraded"), "PHONE_CHANGED": msg("accountActPhoneChanged"),
  "EMAIL_CHANGED": msg("accountActEmailChanged"), "DISABLED": msg("accountActDisabled"), "DISPLACED": msg("accountActDisplaced"),
  "RENOUNCED": msg("accountActRenounced"), "REREGISTERED": msg("accountActReregistered")}>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("accountTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("accountLead")}</p>
    <#if loginMethod?has_content>
    <p class="fact"><@icons.shield/><span>${msg("accountSession", account.wayName(loginMethod), account.levelName(loginLevel!""))}</span></p>
    </#if>

    <section class="part" aria-labelledby="account-registration">
      <h2 id="account-registration">${msg("accountRegistrationTitle")}</h2>
      <dl class="facts">
        <div><dt>${msg("accountName")}</dt><dd>${name}</dd></div>
        <div><dt>${msg("accountDocument")}</dt><dd>${nationalId}</dd></div>
        <div><dt>${msg("accountLevel")}</dt><dd><#if registrationLevel == "ADVANCED">${msg("registrationAdvanced")}<#else>${msg("registrationBasic")}</#if></dd></div>
        <div><dt>${msg("accountRoute")}</dt><dd>${routes[route]}</dd></div>
        <div><dt>${msg("accountSince")}</dt><dd>${since}</dd></div>
      </dl>
      <p><#if registrationLevel == "ADVANCED">${msg("accountOpensAdvanced")}<#else>${msg("accountOpensBasic")}</#if></p>
      <#if registrationLevel == "BASIC">
      <h3>${msg("accountHigherTitle")}</h3>
      <p>${msg("accountHigherText")}</p>
      <div class="actions"><a class="button button--secondary" href="${registrationUrl}">${msg("accountHigherLink")}</a></div>
      </#if>
    </section>

    <section class="part" aria-labelledby="account-contact">
      <h2 id="account-contact">${msg("accountContactTitle")}</h2>
      <dl class="facts">
        <div><dt>${msg("accountPhone")}</dt><dd>${msg("accountPhoneValue", phoneEnding)}</dd></div>
        <div><dt>${msg("accountEmail")}</dt><dd class="plain"><#if email?has_content>${email}<#else>${msg("accountNoEmail")}</#if></dd></div>
      </dl>
      <div class="actions actions--row">
        <a class="button button--secondary" href="${accountUrl}/telefono">${msg("accountChangePhone")}</a>
        <a class="button button--secondary" href="${accountUrl}/correo"><#if email?has_content>${msg("accountChangeEmail")}<#else>${msg("accountAddEmail")}</#if></a>
      </div>
    </section>

    <section class="part" aria-labelledby="account-code">
      <h2 id="account-code">${msg("accountCodeTitle")}</h2>
      <p><#if activationCodeWaits>${msg("accountCodeWaiting")}<#else>${msg("accountCodeNone")}</#if></p>
      <div class="actions"><a class="button button--secondary" href="${accountUrl}/codigo">${msg("accountCodeNew")}</a></div>
    </section>

    <section class="part" aria-labelledby="account-passkeys">
      <h2 id="account-passkeys">${msg("passkeysTitle")}</h2>
      <p>${msg("passkeysShort")}</p>
      <div class="actions"><a class="button button--secondary" href="${accountUrl}/llaves">${msg("passkeysLink")}</a></div>
    </section>

    <section class="part" aria-labelledby="account-devices">
      <h2 id="account-devices">${msg("accountDevicesTitle")}</h2>
      <p>${msg("accountDevicesShort")}</p>
      <div class="actions"><a class="button button--secondary" href="${accountUrl}/dispositivos">${msg("accountDevicesLink")}</a></div>
    </section>

    <section class="part" aria-labelledby="account-agencies">
      <h2 id="account-agencies">${msg("accountAgenciesTitle")}</h2>
      <div class="actions"><a class="button button--secondary" href="${accountUrl}/permisos">${msg("accountAgenciesLink")}</a></div>
    </section>

    <section class="part" aria-labelledby="account-activity">
      <h2 id="account-activity">${msg("accountActivityTitle")}</h2>
      <#if logins?has_content>
      <#-- Roles said aloud: narrow screens lay the rows out as blocks, which would take their meaning away. -->
      <table class="table" role="table" aria-labelledby="account-activity">
        <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${msg("accountWhere")}</th><th role="columnheader" scope="col">${msg("accountWhen")}</th><th role="columnheader" scope="col">${msg("accountHow")}</th></tr></thead>
        <tbody role="rowgroup">
          <#list logins as login>
          <tr role="row"><th role="rowheader" scope="row">${login.where}</th><td role="cell" data-label="${msg("accountWhen")}">${login.when}</td><td role="cell" data-label="${msg("accountHow")}">${account.wayName(login.method)}</td></tr>
          </#list>
        </tbody>
      </table>
      <p class="hint">${msg("accountActivityUnknown")}</p>
      <#else>
      <p>${msg("accountActivityNone")}</p>
      </#if>
    </section>

    <section class="part" aria-labelledby="account-history">
      <h2 id="account-history">${msg("accountHistoryTitle")}</h2>
      <ul class="history">
        <#list acts as act>
        <li><span>${actNames[act.kind]!act.kind}</span> <span class="hint">${act.when}</span></li>
        </#list>
      </ul>
    </section>

    <section class="part" aria-labelledby="account-leave">
      <h2 id="account-leave">${msg("accountLeaveTitle")}</h2>
      <p>${msg("accountLeaveShort")} <a href="${accountUrl}/baja">${msg("accountLeaveTitle")}</a></p>
    </section>

    <div class="actions actions--second"><a class="button button--primary" href="${logoutUrl}">${msg("accountLogout")}</a></div>
  </#if>
</@layout.registrationLayout>
