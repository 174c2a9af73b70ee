"""Words that say what a number or a day is."""

from __future__ import annotations

PERSONAL = (
    r"(?P<passport>passport|pasaporte)"
    r"|(?P<licence>licen[sc]e(?! plate)|licencia|carnet de conducir|cdl(?!\w))"
    r"|(?P<birth_date>date of birth|birth ?da(?:te|y)|b-?day(?!\w)|dob(?!\w)|born"
    r"|fecha (?:de )?nac|nacimiento|naci(?:o|da|do)?(?!\w)|cumpleanos)"
    r"|(?P<a_number>alien|a ?#|a-number|a number|anumber|uscis ?(?:#|number|no)|numero a(?!\w)|numero de extranjero)"
    r"|(?P<ssn>ssn|ss ?#|social(?! media| worker)|numero de seguro|seguro social|nss(?!\w))"
    r"|(?P<itin>itin|taxpayer id|tax id)"
    r"|(?P<phone>call(?:ing| me| us| back)?(?!\w)|(?:text|reach|contact) (?:me|us)|phone|cell|mobile|tel(?!\w)|whatsapp"
    r"|llam[ae]|telefono|celular|movil)"
)
"""Labels of what is personal, each as a group with the code of its kind."""

OTHER_NUMBERS = (
    "order|ticket|confirmation|transaction|docket|invoice|tracking|permit|zip|serial|vin|plate|policy|receipt|reference|"
    "case|fax|visa|grant|contract|account|version|error|code|"
    "pedido|recibo|caso|expediente|folio|cuenta|placa"
)
"""Labels of numbers of things."""

OTHER_DAYS = (
    "expir|issue|interview|appointment|hearing|filed|applied|submitted|sent|approved|marri|deadline|due|notice|dated|"
    "since|until|arriv|enter|effective|edition|revis|updated|posted|published|received|"
    "vence|venci|cita|entrevista|enviad|desde|hasta|llegu|aviso"
)
"""Labels of days on which something else was."""
