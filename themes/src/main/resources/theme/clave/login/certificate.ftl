<#import "icons.ftl" as icons>
<#-- What the pages of login and registration say of certificates. -->

<#-- What one should have at hand before the browser asks. -->
<#macro needs>
    <h2>${msg("certificateNeedTitle")}</h2>
    <ul>
      <li>${msg("certificateNeedInstalled")}</li>
      <li>${msg("certificateNeedCard")}</li>
      <li>${msg("certificateNeedPersonal")}</li>
    </ul>
</#macro>

<#-- Why a certificate is not taken, and what to do next. -->
<#macro refused reason>
    <div class="alert alert--error" role="alert" tabindex="-1" data-summary>
      <p class="alert__text"><@icons.error/><span><span class="sr-only">${msg("errorPrefix")} </span>${why(reason)}</span></p>
    </div>
    <h2>${msg("certificateDoTitle")}</h2>
    <ul>
      <#switch reason>
        <#case "NOT_SHOWN">
      <li>${msg("certificateDoInstall")}</li>
      <li>${msg("certificateDoClose")}</li>
          <#break>
        <#case "EXPIRED"><#case "REVOKED"><#case "WEAK"><#case "BAD_SIGNATURE">
      <li>${msg("certificateDoRenew")}</li>
      <li>${msg("certificateDoAnother")} ${msg("certificateDoClose")}</li>
          <#break>
        <#case "NOT_REGISTERED"><#case "STOPPED">
      <#if realm.registrationAllowed><li><a href="${url.registrationUrl}">${msg("registerLink")}</a></li></#if>
      <li>${msg("certificateDoAnother")} ${msg("certificateDoClose")}</li>
          <#break>
        <#case "REVOCATION_UNKNOWN"><#case "SENDER_NOT_TRUSTED">
      <li>${msg("certificateDoLater")}</li>
          <#break>
        <#case "LEGAL_PERSON"><#case "REPRESENTATIVE"><#case "ORGANISATION_MEMBER"><#case "PSEUDONYM">
      <li>${msg("certificateNeedPersonal")}</li>
      <li>${msg("certificateDoAnother")} ${msg("certificateDoClose")}</li>
          <#break>
        <#default>
      <li>${msg("certificateDoAnother")} ${msg("certificateDoClose")}</li>
      </#switch>
    </ul>
</#macro>

<#function why reason>
  <#switch reason>
    <#case "NOT_SHOWN"><#return msg("certificateNotShown")>
    <#case "SENDER_NOT_TRUSTED"><#return msg("certificateSenderNotTrusted")>
    <#case "MALFORMED"><#return msg("certificateMalformed")>
    <#case "UNKNOWN_ISSUER"><#return msg("certificateUnknownIssuer")>
    <#case "BAD_SIGNATURE"><#return msg("certificateBadSignature")>
    <#case "WEAK"><#return msg("certificateWeak")>
    <#case "EXPIRED"><#return msg("certificateExpired")>
    <#case "NOT_YET_VALID"><#return msg("certificateNotYetValid")>
    <#case "WRONG_KEY_USAGE"><#return msg("certificateWrongKeyUsage")>
    <#case "WRONG_POLICY"><#return msg("certificateWrongPolicy")>
    <#case "NOT_QUALIFIED"><#return msg("certificateNotQualified")>
    <#case "LEGAL_PERSON"><#return msg("certificateLegalPerson")>
    <#case "REPRESENTATIVE"><#return msg("certificateRepresentative")>
    <#case "ORGANISATION_MEMBER"><#return msg("certificateOrganisationMember")>
    <#case "PSEUDONYM"><#return msg("certificatePseudonym")>
    <#case "NO_NATIONAL_ID"><#return msg("certificateNoNationalId")>
    <#case "REVOKED"><#return msg("certificateRevoked")>
    <#case "REVOCATION_UNKNOWN"><#return msg("certificateRevocationUnknown")>
    <#case "OTHER_PERSON"><#return msg("certificateOtherPerson")>
    <#case "OTHER_SESSION"><#return msg("certificateOtherSession")>
    <#case "NOT_REGISTERED"><#return msg("certificateNotRegistered")>
    <#case "STOPPED"><#return msg("certificateStopped")>
  </#switch>
  <#return msg("certificateMalformed")>
</#function>
