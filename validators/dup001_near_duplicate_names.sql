-- DUP001 warning: Two records of a type do not bear nearly the same name
-- why: one thing under two records is counted twice, and each holds half of its sources
-- mend: merge them and leave a redirect; if they are two things, add the link distinct_from or
--   part_of that says so
with written as (
    -- Documents of different days share titles, and reprints share them with their originals:
    -- two sources are one only where publisher and day agree as well.
    select records.record, record_type, name as text,
        concat_ws(' ', lower(publisher), published) as edition
    from records left join sources on sources.record = records.record
    union all
    select names.record, records.record_type, names.text, ''
    from names join records on records.record = names.record
),
normalised as (
    select distinct record, record_type, edition,
        trim(regexp_replace(lower(strip_accents(text)), '[^\p{L}\p{N}]+', ' ', 'g')) as name
    from written
),
-- Numbers tell siblings apart: phase 2 and phase 3, list 4a and list 4b, phase ii and phase iii.
told_apart as (
    select *, length(name) as letters,
        list_sort(regexp_extract_all(
            name,
            '\b([a-z]*[0-9]+[a-z0-9]*|[ivx]+|'
            || '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b'
        )) as numbers,
        regexp_matches(name, '[\x{3400}-\x{9fff}]') as ideographs
    from normalised
    where name <> ''
),
-- One letter's difference leaves one half of the shorter name as it is.
halves as (
    select *,
        unnest([('first', name[:cut // 2]), ('second', name[-(cut - cut // 2):])]) as half
    from (select *, unnest([letters, letters - 1]) as cut from told_apart)
    where letters >= 8 and not ideographs
),
pairs as (
    select one.record, other.record as twin, one.name, other.name as twin_name
    from halves as one join halves as other
        on one.record_type = other.record_type and one.edition = other.edition
        and one.half = other.half and one.cut = other.cut and one.numbers = other.numbers
    where one.record < other.record
        and abs(one.letters - other.letters) <= 1
        and levenshtein(one.name, other.name) <= 1
    union
    select one.record, other.record, one.name, other.name
    from told_apart as one join told_apart as other using (record_type, edition, name)
    where one.record < other.record
),
related as (
    select record, to_record as other from links
    union select to_record, record from links
    union select record, copy_of from sources
    union select record, translation_of from sources
    union select record, derived_from from derivations
)
select record, '/name' as path, format(
    '"{}" is almost the name of {}, "{}"', min(name), twin, min(twin_name)
) as message
from pairs
where not exists (
    from related
    where (related.record, related.other)
        in ((pairs.record, pairs.twin), (pairs.twin, pairs.record))
)
group by record, twin
