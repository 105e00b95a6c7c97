<#import "icons.ftl" as icons>
<#import "links.ftl" as links>
<#-- What one may want to know before logging in: how to register, and what happens with one's data. -->
<#macro panels>
<aside class="aside" aria-label="${msg("asideLabel")}">
  <section class="panel">
    <h2 class="panel__title"><@icons.person/>${msg("notRegisteredTitle")}</h2>
    <p>${msg("notRegisteredText")}</p>
    <ul>
      <li>${msg("registerByLetter")}</li>
      <li>${msg("registerByCertificate")}</li>
      <li>${msg("registerByOffice")}</li>
    </ul>
    <#if realm.registrationAllowed><p><a class="button button--secondary" href="${url.registrationUrl}">${msg("registerLink")}</a></p></#if>
  </section>
  <#if properties.accountUrl?has_content>
  <section class="panel">
    <h2 class="panel__title"><@icons.person/>${msg("accountAsideTitle")}</h2>
    <p>${msg("accountAsideText")}</p>
    <p><@links.elsewhere href=properties.accountUrl text=msg("accountAsideLink")/></p>
  </section>
  </#if>
  <section class="panel">
    <h2 class="panel__title"><@icons.shield/>${msg("privacyTitle")}</h2>
    <p>${msg("privacyText")}</p>
  </section>
</aside>
</#macro>
