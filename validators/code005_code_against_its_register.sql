-- CODE005 error: A scope's code has the form of its register
-- why: a code in another form matches no item of the list it is meant to name
-- mend: write the code as the list does, or name the register that it belongs to
with forms(system, pattern, example) as (values
    ('eccn', '[0-9][A-E][0-9]{3}(\.[a-z0-9.]+)?|EAR99', '3A090 or 3A090.a'),
    ('cn-export-control', '[0-9][A-E][0-9]{3}(\.[a-z0-9.]+)*', '3C001 or 1C902.a'),
    ('eu-dual-use', '[0-9][A-E][0-9]{3}(\.?[a-z0-9.]+)?', '3B001 or 3B001.a'),
    ('hs', '[0-9]{2}([0-9]{2}(\.?[0-9]{2}){0,4})?', '8542 or 8542.31'),
    ('htsus', '[0-9]{4}(\.[0-9]{2}){0,3}', '8542 or 9903.88.03'),
    ('cpc', '[0-9]{1,5}', '83141'),
    ('us-country-group', '[A-E](:[1-6])?', 'D:5'),
    ('usml', '[IVX]+(\([a-z0-9]+\))*', 'XI(a)')
)
select codes.record, scope.path || if(excluded, '/except', '/codes') as path,
    format('{} is no code of {}, whose codes look like {}', code, codes.system, example) as message
from codes join forms on forms.system = codes.system join scope on scope.claim = codes.claim
where not regexp_full_match(code, pattern)
