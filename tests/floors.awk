# A file of lib may include the headers of lower floors and those of its own
# floor that stand before it in this list.
BEGIN {
	n = split("err byte_table str map arena out confine in vector block block_compare block_lookup block_body block_narrow block_wide key scan text entity decode pattern pattern_code rx cal stream json tool word_names lexicon words wordlist names context rule merit_words merit furniture_words furniture stamp hint markup_words markup language html warc lines shape shape_caption shape_byline shape_contact title passage listing structure page page_parts page_kinds page_head page_body page_foot page_hints date date_parts date_forms date_match date_year date_read date_words date_line date_role unit unit_parts unit_grammar unit_cluster unit_generic unit_number unit_end unit_firm unit_name unit_place unit_list unit_host unit_member unit_role unit_short person person_parts person_name office office_row office_shared person_evidence person_part person_stamp ref theme award award_parts award_said award_who award_subject schema fact fact_parts fact_find fact_cluster fact_event member record whole proc sniff mark canvas show show_text show_html show_brat timeline mkpatterns", name, " ")
	for (i = 1; i <= n; i++)
		floor[name[i]] = i
}
/^#include "/ {
	file = FILENAME
	sub(/.*\//, "", file)
	sub(/\.[ch]$/, "", file)
	inc = $2
	gsub(/"|\.h/, "", inc)
	if (file == inc || file == "schema" || inc == file "_parts")
		next
	if (!(file in floor) || !(inc in floor)) {
		printf "%s: %s: not in the list of floors\n", FILENAME, inc
		bad = 1
	} else if (floor[inc] > floor[file]) {
		printf "%s: includes %s.h from above\n", FILENAME, inc
		bad = 1
	}
}
END { exit bad }
