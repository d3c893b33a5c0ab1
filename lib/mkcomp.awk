# Completions for one shell from the --help of the tools: "== tdk-date", then what
# "tdk-date --help" prints. -v shell=bash|zsh|fish, -v dir=where the files go.
function words_of(arg) {
	if (arg == "WHEN") return "always never auto"
	if (arg == "KIND,...") return "date unit place person role ref theme award"
	return ""
}
function quoted(s) { gsub(/'/, "'\\''", s); return "'" s "'" }
function bash_end() {
	if (tool == "") return
	print "\t\t" tool ")" >out
	print "\t\t\toptions='" longs "'" >out
	print "\t\t\tcase $previous in" >out
	printf "%s", values >out
	print "\t\t\tesac" >out
	print "\t\t\t;;" >out
}
function fish_end() { if (tool != "") close(out) }
BEGIN {
	if (shell == "bash") {
		out = dir "/tdk"
		print "# Completion of the tdk tools for bash, made from their --help." >out
		print "_tdk() {" >out
		print "\tlocal options='' word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}" >out
		print "\t[[ $previous = = ]] && previous=${COMP_WORDS[COMP_CWORD - 2]}" >out
		print "\t[[ $word = = ]] && word='' && previous=${COMP_WORDS[COMP_CWORD - 1]}" >out
		print "\tcase ${COMP_WORDS[0]##*/} in" >out
	}
	if (shell == "zsh") {
		out = dir "/_tdk"
		body = ""
	}
}
/^== / {
	if (shell == "bash") bash_end()
	if (shell == "fish") fish_end()
	if (shell == "zsh" && tool != "") body = body ")\n\t;;\n"
	tool = $2
	tools = tools (tools == "" ? "" : " ") tool
	longs = values = ""
	if (shell == "fish") {
		out = dir "/" tool ".fish"
		print "# Completion of " tool " for fish, made from its --help." >out
	}
	if (shell == "zsh") body = body tool ")\n\toptions=("
	next
}
/^  -[A-Za-z0-9], --/ {
	letter = substr($1, 2, 1)
	long = $2
	sub(/^--/, "", long)
	arg = ""
	if (long ~ /=/) {
		arg = long
		sub(/^[^=]*=/, "", arg)
		sub(/=.*/, "", long)
	}
	what = $0
	sub(/^  -[A-Za-z0-9], --[^ ]+ +/, "", what)
	if (shell == "bash") {
		longs = longs (longs == "" ? "" : " ") "-" letter " --" long (arg != "" ? "=" : "")
		if (words_of(arg) != "")
			values = values "\t\t\t-" letter " | --" long ") COMPREPLY=($(compgen -W '" words_of(arg) "' -- \"$word\")); return ;;\n"
		else if (arg ~ /DIR/)
			values = values "\t\t\t-" letter " | --" long ") COMPREPLY=($(compgen -d -- \"$word\")); return ;;\n"
		else if (arg ~ /FILE|file/)
			values = values "\t\t\t-" letter " | --" long ") COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n"
		else if (arg != "")
			values = values "\t\t\t-" letter " | --" long ") return ;;\n"
	}
	if (shell == "zsh") {
		gsub(/\[/, "\\[", what); gsub(/\]/, "\\]", what); gsub(/:/, "\\:", what)
		act = arg == "" ? "" : words_of(arg) != "" ? ":" tolower(arg) ":(" words_of(arg) ")" : arg ~ /DIR/ ? ":directory:_files -/" : arg ~ /FILE|file/ ? ":file:_files" : ":" tolower(arg) ":"
		gsub(/,\.\.\./, "", act)
		body = body "\n\t\t" quoted("(-" letter " --" long ")-" letter (arg != "" ? "+" : "") "[" what "]" act) \
			"\n\t\t" quoted("(-" letter " --" long ")--" long (arg != "" ? "=" : "") "[" what "]" act)
	}
	if (shell == "fish") {
		line = "complete -c " tool " -s " letter " -l " long
		if (words_of(arg) != "") line = line " -x -a " quoted(words_of(arg))
		else if (arg ~ /DIR/) line = line " -x -a '(__fish_complete_directories)'"
		else if (arg ~ /FILE|file/) line = line " -r -F"
		else if (arg != "") line = line " -x"
		print line " -d " quoted(what) >out
	}
}
END {
	if (shell == "bash") {
		bash_end()
		print "\tesac" >out
		print "\tif [[ $word = -* ]]; then" >out
		print "\t\tCOMPREPLY=($(compgen -W \"$options\" -- \"$word\"))" >out
		print "\t\t[[ ${COMPREPLY[0]-} = *= ]] && compopt -o nospace" >out
		print "\telse" >out
		print "\t\tCOMPREPLY=($(compgen -f -- \"$word\"))" >out
		print "\tfi" >out
		print "}" >out
		print "complete -o filenames -F _tdk " tools >out
	}
	if (shell == "zsh") {
		print "#compdef " tools >out
		print "# Completion of the tdk tools for zsh, made from their --help." >out
		print "local -a options" >out
		print "case $service in" >out
		printf "%s)\n\t;;\n", body >out
		print "esac" >out
		print "_arguments -s -S \"$options[@]\" '*:file:_files'" >out
	}
}
