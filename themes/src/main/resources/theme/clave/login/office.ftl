<#import "icons.ftl" as icons>
<#-- The map with the offices near the place: a picture of what the list below says. Colours come from clave.css. -->
<#macro spain>
<svg class="spain" viewBox="0 0 ${map.width?c} ${map.height?c}" role="img" aria-label="<#if offices?has_content>${msg("officeMapNear", placeName)}<#else>${msg("officeMap")}</#if>" focusable="false">
  <rect class="spain__box" x="1" y="338" width="190" height="84" rx="6"/>
  <#list map.outlines as outline><path class="spain__land" d="${outline}"/></#list>
  <#list map.dots as dot><circle class="spain__dot" cx="${dot.x?c}" cy="${dot.y?c}" r="3"/></#list>
  <#list map.here as here><circle class="spain__here" cx="${here.x?c}" cy="${here.y?c}" r="16"/></#list>
  <#list map.marks?reverse as mark><circle class="spain__mark" cx="${mark.x?c}" cy="${mark.y?c}" r="9"/><text class="spain__number" x="${mark.x?c}" y="${(mark.y + 4)?c}" text-anchor="middle">${(map.marks?size - mark?index)?c}</text></#list>
</svg>
</#macro>

<#-- Where and when. -->
<#macro summary office time>
<dl class="facts">
  <div><dt>${msg("officeDay")}</dt><dd>${time.day}</dd></div>
  <div><dt>${msg("officeHour")}</dt><dd>${time.hour}</dd></div>
  <div><dt>${msg("officePlace")}</dt><dd>${office.name}<br>${office.street}<br>${office.town}</dd></div>
</dl>
</#macro>

<#-- What to bring. -->
<#macro bring>
<section class="panel">
  <h2 class="panel__title"><@icons.info/>${msg("officeBringTitle")}</h2>
  <ul>
    <li>${msg("officeBringDocument")}</li>
    <li>${msg("officeBringPhone")}</li>
    <li>${msg("officeBringGuardian")}</li>
  </ul>
</section>
</#macro>
