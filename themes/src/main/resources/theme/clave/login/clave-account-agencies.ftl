<#import "template.ftl" as layout>
<#import "account.ftl" as account>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("accountAgenciesTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("accountAgenciesLead")}</p>
    <#if agreements?has_content>
    <#list agreements as agreement>
    <section class="part" aria-labelledby="agreement-${agreement?counter}">
      <h2 id="agreement-${agreement?counter}">${advancedMsg(agreement.name)}</h2>
      <ul><#list agreement.data as key><li>${msg(key)}</li></#list></ul>
      <p class="hint">${msg("accountAgenciesSince", agreement.since)}</p>
      <form action="${accountUrl}/permisos" method="post" data-once>
        <@account.token/>
        <input type="hidden" name="agency" value="${agreement.agency}">
        <div class="actions"><button class="button button--secondary" type="submit" name="step" value="revoke" aria-describedby="agreement-${agreement?counter}">${msg("accountAgenciesRevoke")}</button></div>
      </form>
    </section>
    </#list>
    <#else>
    <p>${msg("accountAgenciesNone")}</p>
    </#if>
    <p class="hint">${msg("accountAgenciesAfter")}</p>
    <@account.back/>
  </#if>
</@layout.registrationLayout>
