<#import "template.ftl" as layout>
<#import "account.ftl" as account>
<@layout.registrationLayout languages=(code!"") == ""; section>
  <#if section = "header">
    <#if code?has_content>${msg("accountActivationShownTitle")}<#else>${msg("accountActivationTitle")}</#if>
  <#elseif section = "form">
    <#if code?has_content>
    <p class="paper-code">${code}</p>
    <p class="lead">${msg("accountActivationShown")}</p>
    <#else>
    <p class="lead">${msg("accountActivationLead")}</p>
    <form id="clave-account-code" action="${accountUrl}/codigo" method="post" data-once>
      <@account.token/>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="step" value="issue">${msg("accountActivationButton")}</button>
      </div>
    </form>
    </#if>
    <@account.back/>
  </#if>
</@layout.registrationLayout>
