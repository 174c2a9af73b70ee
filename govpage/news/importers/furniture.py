"""What is on a page but is not the release: banners, skip links, menus, sharing, feedback, footers."""

from __future__ import annotations

import re

from govpage.news.importers.lines import fold, phrases
from govpage.news.importers.trail import BETWEEN

_FURNITURE = phrases(
    """
    u.s. flag|us flag|usa flag|u.s. flag and keyboard|flag of the united states|bandera de ee. uu.|
    bandera de ee.uu.|bandera de estados unidos|bandera de los estados unidos|bandera de los ee. uu.|
    u.s. flag icon|us flag icon|here's how you know|heres how you know|asi es como usted puede verificarlo|
    asi es como usted lo sabe|asi es como lo sabe|asi lo sabe|como usted puede verificarlo|
    government website|government websites|sitio web del gobierno|sitios web del gobierno|
    sitio oficial del gobierno|safely connect using https|conectese de forma segura usando https|
    conectese de manera segura usando https|conexion segura mediante https|
    conectese de forma segura mediante https|official websites use .gov|official websites use .mil|
    los sitios web oficiales usan .gov|los sitios web oficiales usan .mil|los sitios oficiales usan .gov|
    secure .gov websites use https|secure .mil websites use https|los sitios web seguros .gov usan https|
    los sitios web seguros .mil usan https|los sitios seguros .gov usan https|dot gov|https|lock|candado|
    the .gov means it's official|the site is secure|el .gov significa que es oficial|el sitio es seguro|
    skip navigation|skip links|
    saltar al contenido principal|ir al contenido principal|pasar al contenido principal|saltar al contenido|
    ir al contenido|omitir navegacion|saltar a contenido principal|saltar la navegacion|menu|main menu|
    close|close menu|open menu|toggle navigation|toggle menu|search|search this site|site search|
    enter search term|go|main navigation|primary navigation|secondary navigation|main content|navigation|
    header|buscar|cerrar|navegacion principal|contenido principal|menu principal|user menu|sign in|
    log in|home|inicio|english|espanol|en espanol|ingles|en ingles|ver en espanol|leer en espanol|
    read in english|read in spanish|view in english|ver en ingles|leer en ingles|version en espanol|
    english version|language|languages|idiomas|translate|select language|newsroom|news room|press room|
    media room|pressroom|news|news & media|news and media|media|sala de prensa|sala de noticias|
    noticias|news & events|news and events|news & updates|latest news|all news|press releases|
    news releases|statements|media releases|news releases & statements|news releases and statements|
    press releases & statements|comunicados de prensa|comunicados|prensa|image|photo|video|logo|
    banner image|alert|alerts|site alert|slideshow|download|pdf version|pdf|listen|escuchar
    """
)
_STARTS = re.compile(
    r"(?:skip|jump) to [\w -]{3,40}$|search [\w-]{1,40}(?:\.[\w-]{1,40}){1,4}$"
    r"|an official websites? of the (?:u\.s\. |united states )"
    r"|un sitio (?:web )?oficial del gobierno de (?:los )?(?:estados unidos|ee)"
    r"|(?:u\.?s\.?|usa) flag\b.{0,40}\b(?:government|official)|official (?:web ?)?site of the "
    r"|sitio (?:web )?oficial (?:del|de la) "
    r"|an? \.(?:gov|mil) website|secure \.(?:gov|mil) websites|a lock ?\(|a lock or https"
    r"|federal government websites often end"
    r"|the https:// ensures|un sitio web \.(?:gov|mil)|un candado ?\(|un candado o https|los sitios web seguros"
    r"|los sitios web oficiales|here's how you know\b|official websites use|(?:u\.s\. )?(?:seal|logo) of the |"
    r"in other languages: |en otros idiomas: |"
    r"this site (?:uses|requires) (?:cookies|javascript)|javascript (?:is|must)|(?:lea|leer|ver|read"
    r"|view) (?:este|esta|this).{1,30} (?:en|in) (?:espanol|ingles|english|spanish)\b"
)
_LOGO = re.compile(r"(?:[\w.&'-]{1,20} ){1,6}(?:logo|seal|home|home page|homepage|emblem|bar|logo bottom|logo top)")
_SHARE = phrases(
    """
    share|print|printer|friendly|version|email|e-mail|mail|facebook|twitter|x|linkedin|pinterest|
    whatsapp|reddit|instagram|youtube|flickr|rss|copy|link|this|page|on|via|to|and|the|social|
    media|icon|button|tweet|like|post|save|bookmark|open|text|size|compartir|imprimir|correo|
    electronico|enviar|por|esta|pagina|en|article|linked|in|send|by|threads|bluesky|copy
    """
)
_SHARE_STRONG = phrases(
    """
    share|print|email|e-mail|facebook|twitter|linkedin|linked|tweet|compartir|imprimir|rss|whatsapp|printer
    """
)

_FEEDBACK = re.compile(
    r"(?:was|is) this (?:page|information|content|article|release) (?:helpful|useful)|did you find (?:this"
    r"|what)|how helpful was|"
    r"this page was not helpful|was this helpful|rate this page|page feedback|give (?:us )?feedback"
    r"|tell us what you think|"
    r"help us improve (?:this|our)|is there anything wrong with this page|report a problem (?:on|with) this page|"
    r"[\u00bf]?(?:le |te )?(?:resulto|fue|es|ha sido|ha resultado|encontro|parecio) (?:de utilidad "
    r"|util )?(?:util |de utilidad )?(?:esta|este|la|el) (?:pagina|informacion|contenido)|"
    r"[\u00bf]?esta pagina (?:le )?(?:fue|resulto|ha sido|no fue|no le fue|no le resulto|no resulto)"
    r"|[\u00bf]?(?:encontro|hallo) (?:lo que|la informacion)|"
    r"enviar comentarios|[\u00bf]como podemos mejorar|how can (?:we improve|the content be improved)"
)
_FOOTERS = phrases(
    """
    return to top|back to top|top of page|go to top|top|volver arriba|regresar al inicio|
    volver al inicio|inicio de la pagina|arriba|footer|site footer|pie de pagina|stay connected|
    connect with us|follow us|keep in touch|siganos|mantengase conectado|conectese con nosotros|
    contact us|contactenos|comuniquese con nosotros|subscribe|get updates|get email updates|
    sign up for updates|email updates|suscribase|privacy policy|privacy|accessibility|foia|no fear act|
    no fear act data|inspector general|office of the inspector general|usa.gov|site map|sitemap|
    politica de privacidad|accesibilidad|site links|enlaces del sitio|government links|related content|
    related news|related posts|related stories|related links|related articles|related press releases|related releases|
    related news releases|related materials|related documents|related topics|more news|recent news|
    latest releases|more press releases|previous|next|previous article|next article|contenido relacionado|
    noticias relacionadas|enlaces relacionados|mas noticias|all press releases|view all|return to news|
    read more|read next|use featured image|
    files|archivos|
    back to news|back to newsroom|back to press releases|about this page|acerca de esta pagina|
    looking for u.s. government information and services?
    """
)
_BOXES = phrases(
    """
    more resources|additional resources|related resources|resources|media resources|multimedia|quick links|
    in this section|also in this section|downloads|related information|related links|related content|
    related documents|related materials|more information|mas informacion|recursos|mas recursos|
    enlaces relacionados|contenido relacionado|en esta seccion
    """
)
_FOOTER_STARTS = re.compile(
    r"an official website of |un sitio (?:web )?oficial de|looking for u\.s\. government"
    r"|necesita informacion y servicios del gobierno"
    r"|receive (?:news|updates)|sign up (?:for|to receive) |follow us on|siganos en|subscribe to "
    r"|visit usa\.gov|visite usagov|\u00a9|copyright (?:\u00a9|\(c\)|\d{4})|\(c\) \d{4}|powered by "
    r"|you may need an? [\w ]{2,40} to view|contact us to |scroll to top"
    r"|(?:the )?(?:office|bureau|department|[\w.&' -]{3,40} office) [\w,.&' -]{0,100}(?:manages|maintains)"
    r" this (?:web )?site|all rights reserved|todos los derechos reservados"
)
_END = re.compile(
    r"(?:#\s?){2,12}|#|-?\s?-?\s?30\s?-?\s?-|[-<\[(*]{0,3}\s?(?:end|fin)\s?[->\])*]{1,3}|-\s?[a-z]{2,8}\s?-"
    r"|(?:-\s?){1,3}(?:usho|end)\s?(?:-\s?){1,3}|x{3,5}"
)
_RULE = re.compile(r"[-_=*~\u2014\u2013\u2022. ]{3,200}")
_MORE = re.compile(r"[(-]\s?(?:more|over|continued|mas|sigue|continua)\s?[)-]")
_ADDRESS = re.compile(r".{3,60} [|\u2022\u00b7\u25aa\u25e6] .{3,60} [a-z]{2},? \d{5}(?:-\d{4})?")
_TOPIC = re.compile(
    r"(?:topics?|topic\(s\)|topic areas?|tags?|keywords?|categor(?:y|ies)|components?"
    r"|component\(s\)|temas?|etiquetas?|palabras claves?|categorias?|archivado en"
    r"|(?P<filed>(?:posted|filed) (?:in|under))|topics?/tags?|issues?|subjects?|attachments?"
    r"|downloads?|component offices?)(?P<colon> ?:)?(?P<rest> .*)?"
)


def is_furniture(text: str) -> bool:
    """Tell whether the line, met before the title, belongs to the page and not to the release."""
    folded = fold(text).strip(" :|\u00bb>")
    parts = BETWEEN.split(folded)
    if (len(parts) < 8 and _FURNITURE.issuperset(parts)) or is_share(text):
        return True
    return bool(_STARTS.match(folded) or (len(folded) < 80 and _LOGO.fullmatch(folded)))


def is_share(text: str) -> bool:
    """Tell whether the line is only links for sharing and printing."""
    words = (
        re.split(r"[\s|,+:/\u00b7\u2022()-]+", fold(text).replace("e-mail", "email").strip(" :|"))
        if len(text) <= 160
        else []
    )
    known = [word for word in words if word]
    return bool(known) and set(known) <= _SHARE and bool(_SHARE_STRONG & set(known))


def is_change_list(text: str) -> bool:
    """Tell whether the line is the head of a list of what was changed in the page."""
    return fold(text) in {"changes to this page", "cambios de esta pagina"}


def is_feedback(text: str) -> bool:
    """Tell whether the line opens or continues a feedback form."""
    return len(text) <= 200 and bool(_FEEDBACK.match(fold(text)))


def is_footer(text: str) -> bool:
    """Tell whether the line, met after the body, opens the foot of the page."""
    folded = fold(text).strip(" :|^\u2191")
    starts = len(text) <= 200 and (_FOOTER_STARTS.match(folded) or _ADDRESS.fullmatch(folded))
    return folded in _FOOTERS or bool(starts)


def is_address_of(text: str, slug: str) -> bool:
    """Tell whether the line is nothing but the address of the page of that title, as a page prints it for paper."""
    return bool(slug) and " " not in text and "://" in text and slug in text.split("/")


def is_box(text: str) -> bool:
    """Tell whether the line is the head of a box of links."""
    return fold(text).strip(" :") in _BOXES


def is_end_mark(text: str) -> bool:
    """Tell whether the line is a mark such as ### or -30-, after which nothing belongs to the release."""
    return len(text) <= 30 and bool(_END.fullmatch(fold(text))) and not is_rule(text)


def is_rule(text: str) -> bool:
    """Tell whether the line is only drawn, as ----- or * * * is, or says that a paper goes on, as -more- does."""
    return bool(_RULE.fullmatch(text) or (len(text) <= 20 and _MORE.fullmatch(fold(text))))


def topic_label(text: str) -> str | None:
    """Give what follows a label such as "Tags:"; None if the line has no such label."""
    match = _TOPIC.fullmatch(fold(text)) if len(text) <= 400 else None
    if match is None or (match["rest"] and not match["colon"] and not match["filed"]):
        return None
    return (match["rest"] or "").strip()
