<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "icons.ftl" as icons>
<#import "aside.ftl" as aside>
<@layout.registrationLayout agency=agencyName level=requiredLevel watching=true; section>
  <#if section = "header">
    ${msg("waysTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("waysLead")}</p>
    <form id="clave-ways" action="${url.loginAction}" method="post" data-once>
      <ul class="ways">
        <#list ways?filter(way -> way.open) as way>
        <li>
          <button class="way" type="submit" name="way" value="${way.id}"<#if way.standing == "TO_SET_UP"> aria-describedby="way-${way.id}"</#if>>
            <span class="way__icon"><@icons[way.id]/></span>
            <span class="way__body">
              <span class="way__title">${msg("way." + way.id + ".title")}</span>
              <#if way.lastUsed><span class="way__mark">${msg("wayLastUsed")}</span></#if>
              <span class="way__text">${msg("way." + way.id + ".text")}</span>
              <#if way.standing == "TO_SET_UP"><span class="way__text" id="way-${way.id}">${msg("wayToSetUp")}</span></#if>
            </span>
          </button>
        </li>
        </#list>
      </ul>
      <#assign closed = ways?filter(way -> !way.open)>
      <#if closed?has_content>
      <section class="ways-closed" aria-labelledby="ways-closed">
        <h2 id="ways-closed">${msg("waysClosedTitle")}</h2>
        <ul class="ways">
          <#list closed as way>
          <li class="way way--closed">
            <span class="way__icon"><@icons[way.id]/></span>
            <span class="way__body">
              <span class="way__title">${msg("way." + way.id + ".title")}</span>
              <span class="way__text"><#if way.standing == "EXCLUDED">${msg("wayExcluded")}<#elseif way.standing == "NEEDS_ADVANCED">${msg("wayNeedsAdvanced")}<#else>${msg("wayTooLow")}</#if></span>
            </span>
          </li>
          </#list>
        </ul>
      </section>
      </#if>
      <div class="actions">
        <@form.turnBack/>
      </div>
    </form>
  <#elseif section = "aside">
    <@aside.panels/>
  </#if>
</@layout.registrationLayout>
