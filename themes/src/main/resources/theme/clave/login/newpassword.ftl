<#import "form.ftl" as form>
<#-- A new password, typed twice, and what makes a good one. -->
<#macro fields least>
      <@form.password id="newPassword" label=msg("passwordNewLabel") hint=msg("passwordNewHint", least) autocomplete="new-password">
        <details class="help">
          <summary>${msg("passwordHelpTitle")}</summary>
          <div class="help__body">
            <ul>
              <li>${msg("passwordHelpWords")}</li>
              <li>${msg("passwordHelpManager")}</li>
              <li>${msg("passwordHelpNot")}</li>
            </ul>
          </div>
        </details>
      </@form.password>
      <@form.password id="repeatedPassword" label=msg("passwordRepeatLabel") autocomplete="new-password"/>
</#macro>

<#-- How hard a password is to guess, of five. -->
<#macro strength name of>
    <div class="strength">
      <p><strong>${msg("passwordStrengthTitle")}</strong> <#if name == "VERY_GOOD">${msg("passwordStrengthVeryGood")}<#elseif name == "GOOD">${msg("passwordStrengthGood")}<#else>${msg("passwordStrengthFair")}</#if></p>
      <div class="strength__track" aria-hidden="true"><#list 0..4 as part><span class="strength__part<#if (part <= of)> strength__part--on</#if>"></span></#list></div>
    </div>
</#macro>
