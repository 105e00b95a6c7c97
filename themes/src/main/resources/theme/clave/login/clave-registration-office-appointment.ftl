<#import "template.ftl" as layout>
<#import "progress.ftl" as progress>
<#import "office.ftl" as parts>
<#import "icons.ftl" as icons>
<@layout.registrationLayout agency=agencyName!"" watching=true; section>
  <#if section = "header">
    <#switch state>
      <#case "booked">${msg("officeBookedTitle")}<#break>
      <#case "cancel">${msg("officeCancelTitle")}<#break>
      <#case "cancelled">${msg("officeCancelledTitle")}<#break>
      <#default>${msg("officeKnownTitle")}
    </#switch>
  <#elseif section = "form">
    <@progress.bar/>
    <#if state == "cancelled">
    <p class="lead">${msg("officeCancelledText")}</p>
    <#else>
    <@parts.summary office=office time=time/>
    <p class="fact"><@icons.phone/><span>${msg("officeTold", phoneEnding)}<#if mailed> ${msg("officeMailed")}</#if></span></p>
    <#if state != "cancel"><@parts.bring/></#if>
    </#if>
    <form id="clave-registration-office-appointment" action="${url.loginAction}" method="post" data-once>
      <div class="actions">
        <#if state == "cancelled">
        <button class="button button--primary" type="submit" name="step" value="office.find">${msg("officeFindAgain")}</button>
        <#elseif state == "cancel">
        <button class="button button--primary" type="submit" name="step" value="office.confirm-cancel">${msg("officeCancelConfirm")}</button>
        <button class="button button--link" type="submit" name="step" value="office.keep">${msg("officeKeep")}</button>
        <#elseif changeable>
        <button class="button button--secondary" type="submit" name="step" value="office.move">${msg("officeMove")}</button>
        <button class="button button--secondary" type="submit" name="step" value="office.cancel">${msg("officeCancel")}</button>
        </#if>
        <#if state != "cancel"><@progress.toRoutes/></#if>
        <@progress.leave/>
      </div>
    </form>
    <#if state == "booked"><p class="hint">${msg("officeBack")}</p></#if>
  </#if>
</@layout.registrationLayout>
