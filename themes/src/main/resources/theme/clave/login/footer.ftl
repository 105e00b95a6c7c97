<#import "links.ftl" as links>
<#macro content>
<footer class="bottom">
  <div class="bottom__inner">
    <p>${msg("footerName")}</p>
    <ul class="bottom__links">
      <@item href=properties.helpUrl!"" text=msg("footerHelp")/>
      <@item href=properties.accessibilityUrl!"" text=msg("footerAccessibility")/>
      <@item href=properties.privacyUrl!"" text=msg("footerPrivacy")/>
    </ul>
  </div>
</footer>
</#macro>

<#macro item href text>
  <#if href?has_content><li><@links.elsewhere href text/></li></#if>
</#macro>
