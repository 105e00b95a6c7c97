<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "progress.ftl" as progress>
<#import "office.ftl" as parts>
<@layout.registrationLayout fields=["mobile", "email"] agency=agencyName!"" watching=true; section>
  <#if section = "header">
    <#if moving>${msg("officeMoveTitle")}<#else>${msg("officeContactTitle")}</#if>
  <#elseif section = "form">
    <@progress.bar/>
    <@parts.summary office=office time=time/>
    <form id="clave-registration-office-contact" action="${url.loginAction}" method="post" novalidate data-once>
      <#if moving>
      <p>${msg("officeMoveText")}</p>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="office.confirm-move">${msg("officeMoveConfirm")}</button>
      <#else>
      <p class="lead">${msg("officeContactLead")}</p>
      <@form.text id="mobile" label=msg("officeMobileLabel") hint=msg("officeMobileHint") value=typed.mobile class="input--medium" inputmode="tel" autocomplete="tel" maxlength=30 capitals="off"/>
      <@form.text id="email" label=msg("officeEmailLabel") hint=msg("officeEmailHint") value=typed.email class="input--medium" inputmode="email" autocomplete="email" maxlength=200 capitals="off" required=false/>
      <p class="hint">${msg("officeContactOnly")}</p>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="office.book">${msg("officeBook")}</button>
      </#if>
        <button class="button button--link" type="submit" name="step" value="office.slots:${office.id}" formnovalidate>${msg("officeOtherTime")}</button>
        <#if moving><button class="button button--link" type="submit" name="step" value="office.keep" formnovalidate>${msg("officeKeep")}</button></#if>
        <@progress.leave/>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
