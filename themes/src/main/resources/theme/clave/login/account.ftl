<#-- What the pages of Mi Cl@ve share. -->

<#-- So that only our own pages can send our forms. -->
<#macro token>
<input type="hidden" name="formToken" value="${formToken}"><#t>
</#macro>

<#macro back>
<p><a href="${accountUrl}">${msg("accountBack")}</a></p>
</#macro>

<#function wayName method>
  <#local names = {
    "PIN_SMS": msg("wayPinSms"), "PIN_APP": msg("wayPinApp"), "PERMANENT": msg("wayPermanent"),
    "PERMANENT_SMS": msg("wayPermanentSms"), "MOBILE": msg("wayMobile"), "PASSKEY": msg("wayPasskey"),
    "CERTIFICATE_SOFTWARE": msg("wayCertificate"), "CERTIFICATE_DEVICE": msg("wayDnie")}>
  <#return names[method]!"">
</#function>

<#function levelName level>
  <#local names = {"LOW": msg("levelLow"), "SUBSTANTIAL": msg("levelSubstantial"), "HIGH": msg("levelHigh")}>
  <#return names[level]!"">
</#function>
