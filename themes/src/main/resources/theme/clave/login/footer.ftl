<#import "links.ftl" as links>
<#macro content>
<footer class="bottom">
  <div class="bottom__inner">
    <p>${msg("footerName")}</p>
    <ul class="bottom__links">
      <@item properties.helpUrl! msg("footerHelp")/>
      <@item properties.accessibilityUrl! msg("footerAccessibility")/>
      <@item properties.privacyUrl! msg("footerPrivacy")/>
    </ul>
  </div>
</footer>
</#macro>

<#macro item href text>
  <#if href?has_content><li><@links.elsewhere href text/></li></#if>
</#macro>
