<#import "template.ftl" as layout>
<#import "desk.ftl" as desk>
<#import "icons.ftl" as icons>
<@layout.registrationLayout fields=["takeover", "conditions"] watching=false; section>
  <#if section = "header">
    <#if errand == "REGISTER">${msg("deskConfirmTitle")}<#else>${msg("deskConfirmMobileTitle")}</#if>
  <#elseif section = "form">
    <@desk.whose/>
    <dl class="facts">
      <div><dt>${msg("deskName")}</dt><dd>${name}</dd></div>
      <div><dt>${msg("nationalIdLabel")}</dt><dd>${nationalId}</dd></div>
      <div><dt>${msg("officeMobileLabel")}</dt><dd>${mobile}</dd></div>
      <div><dt>${msg("deskEmail")}</dt><dd><#if email?has_content>${email}<#else>—</#if></dd></div>
    </dl>
    <#if taken>
    <div class="alert alert--warning" role="status"><p class="alert__text"><@icons.info/><span>${msg("deskTaken")}</span></p></div>
    </#if>
    <form id="clave-desk-confirm" action="${deskUrl}" method="post" novalidate data-once>
      <@desk.token/>
      <#if taken><@desk.tick id="takeover" text=msg("deskTakeover")/></#if>
      <@desk.tick id="conditions" text=msg("deskConditions")/>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="complete"><#if errand == "REGISTER">${msg("deskComplete")}<#else>${msg("deskCompleteMobile")}</#if></button>
        <button class="button button--link" type="submit" name="step" value="change-contact" formnovalidate>${msg("deskChangeContact")}</button>
      </div>
    </form>
    <@desk.refuse/>
  </#if>
</@layout.registrationLayout>
