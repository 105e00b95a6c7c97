<#import "template.ftl" as layout>
<#import "progress.ftl" as progress>
<@layout.registrationLayout agency=agencyName!"" watching=true; section>
  <#if section = "header">
    ${msg("officeSlotsTitle")}
  <#elseif section = "form">
    <@progress.bar/>
    <p class="lead"><strong>${office.name}</strong><br>${office.street}, ${office.town}</p>
    <form id="clave-registration-office-slots" action="${url.loginAction}" method="post" data-once>
      <#if days?has_content>
      <#list days as day>
      <section class="day" aria-labelledby="day-${day.id}">
        <h2 class="day__name" id="day-${day.id}">${day.name?cap_first}</h2>
        <div class="day__times">
          <#list day.times as time>
          <button class="button button--secondary day__time" type="submit" name="step" value="office.at:${time.second}" aria-describedby="day-${day.id}">${time.hour}</button>
          </#list>
        </div>
      </section>
      </#list>
      <#if earlier?has_content || later?has_content>
      <div class="pager">
        <#if earlier?has_content><button class="button button--link" type="submit" name="step" value="office.from:${earlier}">${msg("officeEarlier")}</button></#if>
        <#if later?has_content><button class="button button--link" type="submit" name="step" value="office.from:${later}">${msg("officeLater")}</button></#if>
      </div>
      </#if>
      <#else>
      <p>${msg("officeNoSlots")}</p>
      </#if>
      <div class="actions actions--second">
        <button class="button button--link" type="submit" name="step" value="office.find">${msg("officeOther")}</button>
        <@progress.leave/>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
