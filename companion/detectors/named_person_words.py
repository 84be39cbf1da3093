"""The words that `named_person.py` builds its patterns from: roles, files, places, facts; for verbose patterns."""

from __future__ import annotations

from companion.detectors.person_names import FIRST, NAME

ROLE = (
    r"(?:(?:co-)?tenants?|sub-?tenants?|lodgers?|(?:sharing\ )?owners?|customers?|complainants?|"
    r"claimants?|applicants?|patients?|residents?|service\ users?|"
    r"clients?|pupils?|learners?|service-users?|victims?|witness(?:es)?|whistle-?blowers?|appellants?|"
    r"petitioners?|debtors?|evictees?|detainees?|prisoners?|offenders?|"
    r"callers?|enquirers?|referrals?|foster\ child(?:ren)?|looked[\ -]after\ child(?:ren)?|"
    r"young\ carers?|asylum\ seekers?|refugees?|rough\ sleepers?|leaseholders?)"
)
DESCRIBED = (
    r"(?:man|woman|lady|lad|lass|lassie|boy|girl|wee\ boy|wee\ girl|mother|mum|father|dad|couple|family|"
    r"pensioner|gentleman|guy|fella|gent|teenager|baby|toddler|"
    r"widow|widower|grandmother|gran|case|householder|neighbour)"
)
OURS = (
    r"(?:our|my|oor|ma|the|this|that|a|an|one\ of\ (?:our|my|the)|another|former|ex-?|elderly|vulnerable|"
    r"older|old|young|new|poor|disabled|local|long[\ -]standing)"
)
FILE = (
    r"(?:complaint|case(?!\ for\b)|file|notes|tenancy|arrears|eviction|application|claim|appeal|"
    r"rent\ account|account|assessment|diagnosis|treatment|medication|results|"
    r"caseworker|social\ worker|care\ plan|support\ plan|benefits?|housing\ benefit|repairs?|grievance|"
    r"disciplinary|hearing|tribunal|records?|referral|"
    r"discharge|sick\ line|payslip|debt|sanction|PIP|tribunal\ case|homeless(?:ness)?\ (?:application|"
    r"case)|antisocial\ behaviour|ASBO|court\ date|probation|"
    r"report\ card|exclusion|test\ results|scan|overdose|relapse|bed|flat|house\ keys)"
)
OWN_FILE = (
    r"(?:arrears|eviction|complaint|tenancy|case(?!\ (?:for|against)\b)|appeal|claim|benefits?|"
    r"housing\ benefit|universal\ credit|PIP|rent|repairs?|diagnosis|application|assessment|"
    r"file|debts?|notice|hearing|treatment|medication|relapse|overdose|mental\ health|grievance|sanction|behaviour)"
)
AT_HOME = r"(?:damp|mould|boiler|heating|landlord|stairlift|wet\ room|adaptations?)"  # what is wrong there
TEAM = (
    r"(?:(?:from|in|at|of|on|over\ in)\ (?:our\ |my\ |the\ )?(?:\w+\ ){0,2}?(?:team|department|dept|"
    r"office|finance|HR|IT|legal|accounts|payroll|comms|procurement|"
    r"data|policy|admin|facilities|reception|estates|housing|ward\ \w+|the\ next\ desk))"
)
PRIVATE_FACT = (  # what one does not say of a colleague in public
    r"(?:off\ (?:sick|with|ill|work|on\ sick)|signed\ off|on\ sick\ leave|suspended|sacked|fired|"
    r"disciplined|disciplinary|grievance|made\ redundant|redundancy|"
    r"on\ a\ warning|performance\ (?:plan|review)|PIP|pregnant|affair|drunk|drinking|in\ rehab|stress|"
    r"breakdown|diagnosed|cancer|divorc\w+|salary|pay\ rise|earns|"
    r"got\ caught|walked\ out|crying|in\ tears|under\ investigation)"
)
CASE_WORDS = (
    r"\b(?:noise|neighbours?|landlord|rent|repairs?|damp|mould|heating|boiler|eviction|arrears|benefits?|tenancy|"
    r"housing|flat|house|money|her|him|them|his|their)\b"
)
NUMBER = r"(?:\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|\w+teen|eleven|twelve|ten)"
N = rf"(?P<name>{NAME})"
ONE = rf"(?P<name>{NAME}|{FIRST})"
MATTER = (
    r"(?:letter|notice|form|paperwork|visit|review|meeting|call|e-?mail|statement|interview|appointment|decision|"
    r"papers?)"
)
WE = r"(?=[^.!?\n]{0,90}\b(?i:I|we|us|our|me|my)\b)"
IN_NEED = (
    r"(?i:homeless|evicted|sleeping\ rough|sofa[ -]surfing|fleeing|destitute|disabled|housebound|sanctioned|"
    r"bedridden|in\ arrears|pregnant\ and\ homeless)"
)
COMPLAINS = (  # of us: whoever does is a complainant, whatever else they are
    r"(?:(?:keeps\ )?complain(?:ed|s|ing)?\ (?:\w+\ ){0,2}?(?:about|to|against)\ (?:us(?!\ (?!in\b|to\b|last\b|again\b|"
    r"about\b|and\b|for\b|on\b|twice\b|over\b|this\b|yesterday\b|before\b|all\b|because\b|is\b|has\b|was\b)\w)|me\b|"
    r"our\ (?:\w+\ )?(?:repairs?|service|staff|team|office|decision|handling|letters?|response|landlord|contractors?|"
    r"lettings?|rent|board|reply|nurses?|doctors?|teachers?|ward))\b|"
    r"(?:put\ in|made|lodged|raised|submitted|sent\ in|filed|brought|has\ in|opened)\ (?:a|an|another|the|her|his|"
    r"their)\ (?:\w+\ )?(?:complaint|grievance|claim|appeal)\ (?:\w+\ )?(?:about|against|to|with|over)\ "
    r"(?:us|our|me|my)\b|"
    r"(?:is\ taking|takes|took|has\ taken|wants\ to\ take|is\ threatening\ to\ take)\ (?:us|me)\ to\ (?:the\ |a\ )?"
    r"(?:\w+\ )?(?:ombudsman|spso|tribunal|court(?!\ (?:the|of\ public)\b)|regulator|housing\ panel)\b|"
    r"(?:has\ )?report(?:ed|s)\ (?:us|me)\ to\b|(?:has\ |is\ )?su(?:ed|es|ing)\ (?:us|me)\b|"
    r"(?:came|turned|wrote|got\ in\ touch|phoned|spoke)\ (?:(?:back|up|out)\ )?(?:(?:to|with)\ )?us\ [^.!?\n,]{0,30}?"
    r"\b(?:with|about|over|because\ of)\ (?:an?|his|her|their|the)\ (?:\w+\ )?(?:complaint|grievance|appeal|case|"
    r"landlord|"
    r"eviction|arrears|repairs?|damp|tenancy|benefits?|debts?)\b)"
)
DEALT = (  # what those who work with people do with one, and nobody else: "whom I reassessed the day"
    r"(?:re-?assess(?:ed)?|assess(?:ed)?|re-?hous(?:ed?|ing)|evicted|sanctioned|"
    r"treated(?!\ (?:like|as|to|with|the|myself|ourselves)\b)|nursed?|discharged|admitted|examined|signed\ (?:on|off)|"
    r"caseworked|process(?:ed)?|care\ for|cared\ for|key-?worked|safeguarded|triaged|sectioned)"
)
KIN = (
    r"(?:mum|mam|maw|mother|dad|da|father|gran|granny|granda|grandad|parents?|carers?|family|foster\ carers?|wife|"
    r"husband|"
    r"daughter|son)"
)
OUR_CLASS = (
    r"(?:my|our|ma|oor|wur)\ (?:(?:wee|own|new|old|lovely|whole|entire|first|last|P[1-7]|S[1-6]|higher|maths|english|"
    r"infant|reception|nursery)\ ){0,2}?(?:P[1-7]|S[1-6]|class|form|tutor\ group|caseload|ward|clinic|pupils?|nursery|"
    r"register)(?!\ (?:act|show|play|panto|concert|production|assembly)\b)"
)
