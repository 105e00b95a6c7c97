<#-- How far a registration has come: said in words, shown as a bar. -->
<#macro bar>
<div class="progress">
  <p class="progress__text">${msg("registrationStep", stepNumber, stepCount)}</p>
  <div class="progress__track" aria-hidden="true"><#list 1..stepCount as step><span class="progress__part<#if step lte stepNumber> progress__part--done</#if>"></span></#list></div>
</div>
</#macro>

<#-- Out of the registration: to the agency's login, if one waits. -->
<#macro leave>
  <button class="button button--link" type="submit" name="step" value="leave" formnovalidate><#if agencyName?has_content>${msg("registrationLeave")}<#else>${msg("registrationQuit")}</#if></button>
</#macro>

<#-- Back to the choice of a route. -->
<#macro toRoutes>
  <button class="button button--link" type="submit" name="step" value="routes" formnovalidate>${msg("registrationToRoutes")}</button>
</#macro>
