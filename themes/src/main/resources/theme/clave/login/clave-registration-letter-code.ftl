<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "progress.ftl" as progress>
<@layout.registrationLayout fields=["letterCode"] agency=agencyName!"" watching=true; section>
  <#if section = "header">
    ${msg("letterCodeTitle")}
  <#elseif section = "form">
    <@progress.bar/>
    <p class="lead">${msg("letterCodeLead")}</p>
    <form id="clave-registration-letter-code" action="${url.loginAction}" method="post" novalidate data-once>
      <@form.text id="letterCode" label=msg("letterCodeLabel") hint=msg("letterCodeHint") value=typedCode class="input--letter-code input--upper" maxlength=40 focus=true/>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="letter.code">${msg("doContinue")}</button>
        <button class="button button--link" type="submit" name="step" value="letter.choice" formnovalidate>${msg("letterNone")}</button>
        <@progress.toRoutes/>
        <@progress.leave/>
      </div>
    </form>
    <details class="help">
      <summary>${msg("letterCodeHelpTitle")}</summary>
      <div class="help__body">
        <ul>
          <li>${msg("letterCodeHelpWhere")}</li>
          <li>${msg("letterCodeHelpExpired")}</li>
          <li>${msg("letterCodeHelpSeveral")}</li>
        </ul>
      </div>
    </details>
  </#if>
</@layout.registrationLayout>
