<#import "template.ftl" as layout>
<#import "newpassword.ftl" as newpassword>
<@layout.registrationLayout agency=agencyName watching=true; section>
  <#if section = "header">
    ${msg("permanentDoneTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("permanentDoneLead")}</p>
    <@newpassword.strength name=strength of=strengthOf/>
    <p>${msg("permanentDoneNotice")}</p>
    <form id="clave-permanent-done" action="${url.loginAction}" method="post" data-once>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="continue">${msg("permanentContinue", agencyName)}</button>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
