<#import "template.ftl" as layout>
<#import "icons.ftl" as icons>
<#import "links.ftl" as links>
<#--
  Asks the citizen whether these data may go to the agency, where the agency is set so. Keycloak's consent, in every
  protocol: what was agreed to before is not asked again, so that only what is new stands here.
-->
<#assign agencyName = advancedMsg((client.name?has_content)?then(client.name!"", client.clientId))>
<@layout.registrationLayout agency=agencyName languages=false; section>
  <#if section = "header">
    ${msg("consentTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("consentLead", agencyName)}</p>
    <ul class="data" id="consent-data">
      <#list oauth.clientScopesRequested as scope>
      <li><@icons.person/><span>${advancedMsg(scope.consentScreenText)}</span></li>
      </#list>
    </ul>
    <p class="hint">${msg("consentAlso")}</p>
    <#if (client.attributes.policyUri)?has_content><p><@links.elsewhere href=client.attributes.policyUri text=msg("consentPolicy", agencyName)/></p></#if>
    <form id="clave-consent" action="${url.oauthAction}" method="post" data-once>
      <input type="hidden" name="code" value="${oauth.code}">
      <p class="hint">${msg("consentRemembered")}</p>
      <div class="actions">
        <button class="button button--primary button--large" type="submit" name="accept" value="yes">${msg("consentAgree")}</button>
        <button class="button button--link" type="submit" name="cancel" value="no">${msg("consentRefuse")}</button>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
