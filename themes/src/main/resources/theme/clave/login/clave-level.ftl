<#import "template.ftl" as layout>
<#function levelName level>
  <#if level == "HIGH"><#return msg("levelHigh")></#if>
  <#if level == "SUBSTANTIAL"><#return msg("levelSubstantial")></#if>
  <#return msg("levelLow")>
</#function>
<@layout.registrationLayout agency=agencyName; section>
  <#if section = "header">
    ${msg("levelTitle")}
  <#elseif section = "form">
    <p class="lead"><#if reachedLevel?has_content>${msg("levelLead", levelName(requiredLevel))}<#else>${msg("levelLeadNone", levelName(requiredLevel))}</#if></p>
    <dl class="facts">
      <div><dt>${msg("levelAsked")}</dt><dd>${levelName(requiredLevel)}</dd></div>
      <#if reachedLevel?has_content><div><dt>${msg("levelReached")}</dt><dd>${levelName(reachedLevel)}</dd></div></#if>
      <#if registrationLevel?has_content><div><dt>${msg("registrationReached")}</dt><dd><#if registrationLevel == "ADVANCED">${msg("registrationAdvanced")}<#else>${msg("registrationBasic")}</#if></dd></div></#if>
    </dl>
    <h2>${msg("levelHowTitle")}</h2>
    <#if requiredLevel == "HIGH">
    <p>${msg("levelHowHigh")}</p>
    <#else>
    <ul>
      <li>${msg("levelHowCertificate")}</li>
      <#if (registrationLevel!) == "ADVANCED">
      <li>${msg("levelHowAdvanced")}</li>
      <#else>
      <li>${msg("levelHowRegister")}
        <ul>
          <li>${msg("levelHowRegisterOnline")}</li>
          <li>${msg("levelHowRegisterOffice")}</li>
        </ul>
        ${msg("levelHowThen")}
      </li>
      </#if>
    </ul>
    </#if>
    <#if realm.registrationAllowed && (registrationLevel!) != "ADVANCED"><p><a href="${url.registrationUrl}">${msg("levelMore")}</a></p></#if>
    <details class="help">
      <summary>${msg("levelTableTitle")}</summary>
      <div class="help__body">
        <#-- Roles said aloud: narrow screens lay the rows out as blocks, which would take their meaning away. -->
        <table class="table" role="table">
          <caption class="sr-only">${msg("levelTableTitle")}</caption>
          <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${msg("levelTableWay")}</th><th role="columnheader" scope="col">${msg("registrationBasic")}</th><th role="columnheader" scope="col">${msg("registrationAdvanced")}</th></tr></thead>
          <tbody role="rowgroup">
            <@row msg("wayPinSms") "LOW" "LOW"/>
            <@row msg("wayPinApp") "LOW" "SUBSTANTIAL"/>
            <@row msg("wayPermanent") "LOW" "LOW"/>
            <@row msg("wayPermanentSms") "LOW" "SUBSTANTIAL"/>
            <@row msg("wayMobile") "LOW" "SUBSTANTIAL"/>
            <@row msg("wayPasskey") "LOW" "SUBSTANTIAL"/>
            <@row msg("wayCertificate") "SUBSTANTIAL" "SUBSTANTIAL"/>
            <@row msg("wayDnie") "HIGH" "HIGH"/>
          </tbody>
        </table>
      </div>
    </details>
    <form id="clave-level" action="${url.loginAction}" method="post" data-once>
      <div class="actions">
        <#if otherWays!false><button class="button button--secondary" type="submit" name="step" value="ways">${msg("levelOtherWay")}</button></#if>
        <button class="button button--primary button--large" type="submit" name="step" value="return">${msg("returnToAgency", agencyName)}</button>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>

<#macro row way basic advanced>
            <tr role="row"><th role="rowheader" scope="row">${way}</th><td role="cell" data-label="${msg("registrationBasic")}">${levelName(basic)}</td><td role="cell" data-label="${msg("registrationAdvanced")}">${levelName(advanced)}</td></tr>
</#macro>
