<#import "template.ftl" as layout>
<#import "account.ftl" as account>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("accountDevicesTitle")}
  <#elseif section = "form">
    <p class="lead">${msg("accountDevicesLead")}</p>
    <#if devices?has_content>
    <#list devices as device>
    <section class="part" aria-labelledby="device-${device?counter}">
      <h2 id="device-${device?counter}">${device.name}</h2>
      <dl class="facts">
        <div><dt>${msg("accountDevicesActivated")}</dt><dd>${device.activated}</dd></div>
        <div><dt>${msg("accountDevicesUsed")}</dt><dd>${device.used}</dd></div>
      </dl>
      <form action="${accountUrl}/dispositivos" method="post" data-once>
        <@account.token/>
        <input type="hidden" name="device" value="${device.id}">
        <div class="actions"><button class="button button--secondary" type="submit" name="step" value="remove" aria-describedby="device-${device?counter}">${msg("accountDevicesRemove")}</button></div>
      </form>
    </section>
    </#list>
    <p class="hint">${msg("accountDevicesAfter")}</p>
    <#else>
    <p>${msg("accountDevicesNone")}</p>
    </#if>
    <@account.back/>
  </#if>
</@layout.registrationLayout>
