<#import "template.ftl" as layout>
<#import "form.ftl" as form>
<#-- Keycloak's own login by name and password, as officers meet it. Of ours because the stock page puts its own order of
     tabulation upon the whole page. -->
<@layout.registrationLayout fields=["username", "password"]; section>
  <#if section = "header">
    ${msg("loginAccountTitle")}
  <#elseif section = "form">
    <form id="kc-form-login" action="${url.loginAction}" method="post" novalidate data-once>
      <#if !usernameHidden??>
      <@form.text id="username" label=realm.loginWithEmailAllowed?then(msg("usernameOrEmail"), msg("username")) value=(login.username)!"" capitals="none" autocomplete="username" maxlength=255 focus=true/>
      </#if>
      <@form.password id="password" label=msg("password") autocomplete="current-password" focus=usernameHidden??/>
      <input type="hidden" name="credentialId" value="${(auth.selectedCredential)!""}">
      <div class="actions">
        <button class="button button--primary button--large" id="kc-login" type="submit" name="login">${msg("doLogIn")}</button>
      </div>
      <#if realm.resetPasswordAllowed>
      <div class="actions actions--second">
        <a class="button button--link" href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a>
      </div>
      </#if>
    </form>
  </#if>
</@layout.registrationLayout>
