<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "desk.ftl" as desk>
<@layout.registrationLayout fields=["checked", "guardianId", "guardianDatum"] watching=false; section>
  <#if section = "header">
    ${msg("deskPersonTitle")}
  <#elseif section = "form">
    <@desk.whose/>
    <p class="lead">${msg("deskPersonLead")}</p>
    <dl class="facts">
      <div><dt>${msg("deskName")}</dt><dd>${name}</dd></div>
      <div><dt>${msg("nationalIdLabel")}</dt><dd>${nationalId}</dd></div>
      <div><dt>${msg("deskBirthDate")}</dt><dd>${birthDate}</dd></div>
      <div><dt>${msg("deskStatus")}</dt><dd><#switch status>
        <#case "ACTIVE"><#if level == "ADVANCED">${msg("registrationAdvanced")}<#else>${msg("registrationBasic")}</#if><#break>
        <#case "DISABLED">${msg("deskStatusDisabled")}<#break>
        <#case "RENOUNCED">${msg("deskStatusRenounced")}<#break>
        <#default>${msg("deskStatusNone")}
      </#switch></dd></div>
      <#if status == "ACTIVE"><div><dt>${msg("officeMobileLabel")}</dt><dd>${msg("deskEndsIn", phoneEnding)}</dd></div></#if>
    </dl>
    <form id="clave-desk-person" action="${deskUrl}" method="post" novalidate data-once>
      <@desk.token/>
      <@desk.tick id="checked" text=msg("deskChecked")/>
      <#if minor>
      <h2>${msg("deskGuardianTitle")}</h2>
      <p>${msg("deskGuardianText")}</p>
      <@form.text id="guardianId" label=msg("deskGuardianId") value=guardian.guardianId class="input--medium input--upper"/>
      <@form.text id="guardianDatum" label=msg("deskGuardianDatum") hint=msg("contrastDatumHint") value=guardian.guardianDatum class="input--medium input--upper"/>
      </#if>
      <div class="actions">
        <#if mayRegister><button class="button button--primary button--large" type="submit" name="step" value="register"><#if status == "ACTIVE">${msg("deskUpgrade")}<#elseif status == "NONE">${msg("deskRegister")}<#else>${msg("deskReregister")}</#if></button></#if>
        <#if mayChange>
        <button class="button button--secondary" type="submit" name="step" value="mobile">${msg("deskChangeMobile")}</button>
        <button class="button button--secondary" type="submit" name="step" value="code">${msg("deskNewCode")}</button>
        <button class="button button--secondary" type="submit" name="step" value="renounce">${msg("deskRenounce")}</button>
        </#if>
      </div>
    </form>
    <@desk.refuse/>
  </#if>
</@layout.registrationLayout>
