<#-- What the pages with passkeys share. -->

<#-- What a passkey is asked, and where its answer goes; passkey.js fills it in. -->
<#macro answer>
        <input type="hidden" name="credentialId">
        <input type="hidden" name="clientDataJSON">
        <input type="hidden" name="authenticatorData">
        <input type="hidden" name="signature">
        <input type="hidden" name="userHandle"><#t>
</#macro>

<#-- On the pages of other ways: the browser offers passkeys where the number is typed, among what it fills in. -->
<#macro autofill>
    <#if passkey??>
    <form id="clave-passkey-autofill" action="${url.loginAction}" method="post" hidden data-passkey="autofill" data-challenge="${passkey.challenge}" data-rp-id="${passkey.rpId}">
      <input type="hidden" name="way" value="passkey">
      <@answer/>
    </form>
    </#if>
</#macro>

<#-- Why nothing happens where there is no JavaScript or no WebAuthn, and what came of asking. -->
<#macro status>
      <noscript><p class="error">${msg("passkeyNeedsScript")}</p></noscript>
      <p class="error" hidden data-passkey-unsupported>${msg("passkeyUnsupported")}</p>
      <p class="hint" role="status" data-passkey-status data-text-waiting="${msg("passkeyWaiting")}" data-text-nothing="${msg("passkeyNothing")}" data-text-already="${msg("passkeyAlready")}"></p>
</#macro>
