<#import "template.ftl" as layout>
<#import "document.ftl" as document>
<#import "desk.ftl" as desk>
<@layout.registrationLayout fields=["nationalId", "contrastDatum"] watching=false; section>
  <#if section = "header">
    ${msg("deskTitle")}
  <#elseif section = "form">
    <@desk.whose office=office/>
    <h2>${msg("deskToday")}</h2>
    <#if appointments?has_content>
    <form id="clave-desk-today" action="${deskUrl}" method="post" data-once>
      <@desk.token/>
      <ul class="expected">
        <#list appointments as one>
        <li class="expected__one">
          <span class="expected__hour">${one.hour}</span>
          <span class="expected__who" id="who-${one.id}">${one.name} <span class="expected__id">${one.nationalId}</span></span>
          <#if one.served><span class="expected__served">${msg("deskServed")}</span>
          <#else><button class="button button--secondary" type="submit" name="step" value="serve:${one.id}" aria-describedby="who-${one.id}">${msg("deskServe")}</button></#if>
        </li>
        </#list>
      </ul>
    </form>
    <#else>
    <p>${msg("deskNobody")}</p>
    </#if>
    <h2>${msg("deskWithout")}</h2>
    <p>${msg("deskWithoutText")}</p>
    <form id="clave-desk-look-up" action="${deskUrl}" method="post" novalidate data-once>
      <@desk.token/>
      <@document.fields/>
      <div class="actions">
        <button class="button button--primary" type="submit" name="step" value="look-up">${msg("deskLookUp")}</button>
      </div>
    </form>
    <p class="hint">${msg("deskAudited")}</p>
    <div class="actions"><a class="button button--link" href="${deskUrl?replace("/mostrador", "/protocol/openid-connect/logout")}">${msg("doLogout")}</a></div>
  </#if>
</@layout.registrationLayout>
