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

<#macro dni>
<@card msg("drawingDni")>
  <text class="document__name" x="20" y="32">DOCUMENTO NACIONAL DE IDENTIDAD</text>
  <@face 20 52/>
  <path class="document__line" d="M118 60h96M118 76h140M118 92h70M118 108h110"/>
  <rect class="document__mark document__mark--other" x="110" y="122" width="92" height="40" rx="6"/>
  <text class="document__label" x="120" y="137">EMISIÓN</text>
  <text class="document__value" x="120" y="154" textLength="76" lengthAdjust="spacingAndGlyphs">15 06 2021</text>
  <rect class="document__mark" x="210" y="122" width="92" height="40" rx="6"/>
  <text class="document__label" x="218" y="137">VALIDEZ</text>
  <text class="document__value" x="218" y="154" textLength="76" lengthAdjust="spacingAndGlyphs">15 06 2031</text>
  <path class="document__line" d="M20 180h120M160 180h70"/>
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
