import Sitrep

/// The scripts that let a shell ask the program what can follow.
///
/// They take the place of those of the argument parser, which filter what a program proposes: a name in another spelling,
/// case or script would be dropped.
enum CompletionScript {
    private static let option = "--generate-completion-script"

    /// The script that a command line asks for; `nil` for one that does not.
    ///
    /// - Throws: ``SitrepError`` `usage` for a shell that is not known.
    static func requested(by arguments: [String]) throws(SitrepError) -> String? {
        let options = arguments.prefix { $0 != "--" }
        guard let place = options.firstIndex(where: { $0 == option || $0.hasPrefix(option + "=") }) else { return nil }
        let named: String?
        if options[place] == option {
            named = options.index(after: place) < options.endIndex ? options[place + 1] : nil
        } else {
            named = String(options[place].dropFirst(option.count + 1))
        }
        let name = named ?? Environment.variable("SHELL")?.split(separator: "/").last.map(String.init) ?? ""
        guard let shell = Shell(rawValue: name) else {
            throw SitrepError(
                .usage,
                "there is no completion for the shell “\(name)”",
                hint: "name one of " + Shell.allCases.map(\.rawValue).joined(separator: ", ")
            )
        }
        return text(for: shell)
    }

    static func text(for shell: Shell) -> String {
        switch shell {
        case .bash: bash
        case .zsh: zsh
        case .fish: fish
        }
    }

    private static let bash = #"""
        # Completion of sitrep in bash: the program says what can follow.
        _sitrep() {
            local kind='' line
            COMPREPLY=()
            while IFS= read -r line; do
                if [[ -z $kind ]]; then kind=$line; else COMPREPLY+=("$line"); fi
            done < <("${COMP_WORDS[0]/#\~/$HOME}" ---complete bash "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null)
            case $kind in
            files) ;;
            folders) compopt +o default -o dirnames 2>/dev/null ;;
            *) compopt +o default 2>/dev/null ;;
            esac
            if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[:=] ]]; then compopt -o nospace 2>/dev/null; fi
            return 0
        }
        complete -o default -o nosort -F _sitrep sitrep 2>/dev/null || complete -o default -F _sitrep sitrep

        """#

    private static let zsh = #"""
        #compdef sitrep
        # Completion of sitrep in zsh: the program says what can follow.
        _sitrep() {
            emulate -L zsh
            local program=${${(Q)words[1]}/#\~/$HOME} line value
            local -a answer values shown open openShown
            local -i width=0
            answer=("${(@f)$("$program" ---complete zsh "${(j: :)words[1,CURRENT-1]} ${QIPREFIX}${PREFIX}" 2>/dev/null)}")
            case $answer[1] in
            files) _files; return ;;
            folders) _files -/; return ;;
            esac
            for line in "${(@)answer[2,-1]}"; do
                value=${line%%$'\t'*}
                (( ${#value} > width )) && width=${#value}
            done
            for line in "${(@)answer[2,-1]}"; do
                [[ -n $line ]] || continue
                value=${line%%$'\t'*}
                [[ $line == *$'\t'* ]] && line="${(r:width:)value}  ${line#*$'\t'}"
                if [[ $value == *[:=] ]]; then
                    open+=("$value")
                    openShown+=("$line")
                else
                    values+=("$value")
                    shown+=("$line")
                fi
            done
            # -U: the program has chosen already, by other spellings too.
            (( $#values )) && compadd -U -V sitrep -l -d shown -a values
            (( $#open )) && compadd -U -V sitrep-open -S '' -l -d openShown -a open
            (( $#values + $#open ))
        }
        if [[ $funcstack[1] == _sitrep ]]; then _sitrep "$@"; else compdef _sitrep sitrep; fi

        """#

    private static let fish = #"""
        # Completion of sitrep in fish: the program says what can follow.
        function __sitrep_complete
            set -l words (commandline -opc)
            set -l line (commandline -cp | string collect)
            set -l program $words[1]
            string match -q -- '~/*' $program; and set program $HOME/(string sub -s 3 -- $program)
            command -sq -- $program; or return
            set -l answer (command $program ---complete fish "$line" 2>/dev/null)
            switch "$answer[1]"
                case files
                    __fish_complete_path (commandline -ct)
                case folders
                    __fish_complete_directories (commandline -ct) ''
                case '*'
                    set -q answer[2]; and printf '%s\n' $answer[2..]
            end
        end
        complete -c sitrep -e
        complete -c sitrep -k -f -a '(__sitrep_complete)'

        """#
}
