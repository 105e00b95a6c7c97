<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#import "progress.ftl" as progress>
<#import "office.ftl" as parts>
<@layout.registrationLayout fields=["where"] agency=agencyName!"" watching=true; section>
  <#if section = "header">
    <#if moving>${msg("officeFinderMoveTitle")}<#else>${msg("officeFinderTitle")}</#if>
  <#elseif section = "form">
    <@progress.bar/>
    <p class="lead">${msg("officeFinderLead")}</p>
    <form id="clave-registration-office-finder" action="${url.loginAction}" method="post" novalidate>
      <@form.text id="where" label=msg("officeWhereLabel") hint=msg("officeWhereHint") value=where class="input--medium" autocomplete="postal-code" maxlength=60 capitals="words"/>
      <div class="actions">
        <button class="button button--primary" type="submit" name="step" value="office.search">${msg("officeSearch")}</button>
      </div>
      <@parts.spain/>
      <#if offices?has_content>
      <h2 id="offices-near">${msg("officeNear", placeName)}</h2>
      <ol class="offices" aria-labelledby="offices-near">
        <#list offices as office>
        <li class="office">
          <h3 class="office__name" id="office-${office.id}"><span class="office__number" aria-hidden="true">${office?counter}</span>${office.name}</h3>
          <p class="office__address">${office.street}<br>${office.town}</p>
          <dl class="office__facts">
            <div><dt>${msg("officeDistance")}</dt><dd><#if (office.distanceKm < 2)>${msg("officeDistanceNear")}<#else>${msg("officeDistanceKm", office.distanceKm?c)}</#if></dd></div>
            <div><dt>${msg("officeHours")}</dt><dd><#list office.hours as line>${line}<#sep><br></#list></dd></div>
            <div><dt>${msg("officeNext")}</dt><dd><#if office.next?has_content><strong>${office.next.day}, ${office.next.hour}</strong><#else>${msg("officeNextNone")}</#if></dd></div>
          </dl>
          <#if office.next?has_content>
          <button class="button button--secondary" type="submit" name="step" value="office.slots:${office.id}" formnovalidate aria-describedby="office-${office.id}">${msg("officeChoose")}</button>
          </#if>
        </li>
        </#list>
      </ol>
      </#if>
      <div class="actions actions--second">
        <#if moving><button class="button button--link" type="submit" name="step" value="office.keep" formnovalidate>${msg("officeKeep")}</button></#if>
        <@progress.toRoutes/>
        <@progress.leave/>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
