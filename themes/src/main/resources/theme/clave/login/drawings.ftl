<#--
  Sketches of the documents, drawn for this theme: only what helps to find the datum. The words are those printed on the
  documents, so they are in Spanish in every language. Colours come from clave.css.
-->
<#macro card label>
<svg class="document" viewBox="0 0 320 200" role="img" aria-label="${label}" lang="es" focusable="false">
  <rect class="document__card" x="2" y="2" width="316" height="196" rx="14"/>
  <#nested>
</svg>
</#macro>

<#macro face x y>
  <rect class="document__photo" x="${x}" y="${y}" width="82" height="104" rx="6"/>
  <circle class="document__face" cx="${x + 41}" cy="${y + 40}" r="19"/>
  <path class="document__face" d="M${x + 9} ${y + 104}c0-27 14-40 32-40s32 13 32 40z"/>
</#macro>

<#-- The two dates of a DNI; the one that is asked for has a solid frame. -->
<#macro dates issue expiry permanent=false>
  <rect class="document__mark<#if !permanent> document__mark--other</#if>" x="110" y="122" width="92" height="40" rx="6"/>
  <text class="document__label" x="120" y="137">EMISIÓN</text>
  <text class="document__value" x="120" y="154" textLength="76" lengthAdjust="spacingAndGlyphs">${issue}</text>
  <rect class="document__mark<#if permanent> document__mark--other</#if>" x="210" y="122" width="92" height="40" rx="6"/>
  <text class="document__label" x="218" y="137">VALIDEZ</text>
  <text class="document__value" x="218" y="154" textLength="76" lengthAdjust="spacingAndGlyphs">${expiry}</text>
</#macro>

<#macro dniBody>
  <@face 20 52/>
  <path class="document__line" d="M118 60h96M118 76h140M118 92h70M118 108h110"/>
  <#nested>
  <path class="document__line" d="M20 180h120M160 180h70"/>
</#macro>

<#-- The model since 2015 (DNI 3.0). -->
<#macro dni>
<@card msg("drawingDni")>
  <text class="document__name" x="20" y="32">DOCUMENTO NACIONAL DE IDENTIDAD</text>
  <@dniBody><@dates "15 06 2021" "15 06 2031"/></@dniBody>
</@card>
</#macro>

<#-- The European model since 2021 (DNI 4.0): the flag of the Union around ES. -->
<#macro dniEuropean>
<@card msg("drawingDniEuropean")>
  <rect class="document__flag" x="18" y="14" width="34" height="24" rx="3"/>
  <text class="document__country" x="35" y="31" text-anchor="middle">ES</text>
  <text class="document__name" x="60" y="31" textLength="240" lengthAdjust="spacingAndGlyphs">DOCUMENTO NACIONAL DE IDENTIDAD</text>
  <@dniBody><@dates "02 03 2023" "02 03 2033"/></@dniBody>
</@card>
</#macro>

<#-- A DNI without end: the date of issue is asked for. -->
<#macro dniPermanent>
<@card msg("drawingDniPermanent")>
  <text class="document__name" x="20" y="32">DOCUMENTO NACIONAL DE IDENTIDAD</text>
  <@dniBody><@dates "14 02 2012" "01 01 9999" true/></@dniBody>
</@card>
</#macro>

<#macro tie>
<@card msg("drawingTie")>
  <text class="document__name" x="20" y="32">PERMISO DE RESIDENCIA</text>
  <rect class="document__mark" x="206" y="14" width="96" height="28" rx="6"/>
  <text class="document__value" x="215" y="33" textLength="78" lengthAdjust="spacingAndGlyphs">E01234567</text>
  <@face 20 52/>
  <path class="document__line" d="M118 66h96M118 82h140M118 98h70M118 114h110M118 130h80"/>
  <text class="document__label" x="118" y="154">NIE</text>
  <text class="document__small" x="142" y="154">X1234567L</text>
  <path class="document__line" d="M20 180h120M160 180h70"/>
</@card>
</#macro>

<#-- The green certificate of a citizen of the European Union. -->
<#macro euCertificate>
<@card msg("drawingEuCertificate")>
  <text class="document__name" x="20" y="28" textLength="170" lengthAdjust="spacingAndGlyphs">CERTIFICADO DE REGISTRO</text>
  <text class="document__name" x="20" y="44" textLength="170" lengthAdjust="spacingAndGlyphs">DE CIUDADANO DE LA UNIÓN</text>
  <rect class="document__mark" x="206" y="14" width="96" height="28" rx="6"/>
  <text class="document__value" x="215" y="33" textLength="78" lengthAdjust="spacingAndGlyphs">C01234567</text>
  <path class="document__line" d="M20 76h150M20 94h210M20 112h120M20 130h180"/>
  <text class="document__label" x="20" y="158">NIE</text>
  <text class="document__small" x="44" y="158">X1234567L</text>
  <path class="document__line" d="M20 180h90M200 180h90"/>
</@card>
</#macro>
