/** Names that Outlook gives to folders whose mail nobody wants found, in the languages of its common editions. */
const names: ReadonlyMap<string, string> = new Map([
  ...named(
    'deleted',
    'Deleted Items|Deleted Messages|Trash|Gelöschte Elemente|Gelöschte Objekte|Papierkorb|Éléments supprimés|Elementos eliminados|Posta eliminata|Itens Excluídos|Itens Eliminados|Verwijderde items|Borttaget|Slettede elementer|Slettet post|Elementy usunięte|Удаленные|已删除邮件|削除済みアイテム',
  ),
  ...named(
    'spam',
    'Junk|Junk Email|Junk E-mail|Spam|Junk-E-Mail|Courrier indésirable|Correo no deseado|Correo electrónico no deseado|Posta indesiderata|Lixo Eletrônico|Lixo Electrónico|Ongewenste e-mail|Skräppost|Uønsket mail|Søppelpost|Wiadomości-śmieci|Нежелательная почта|垃圾邮件|迷惑メール',
  ),
  ...named(
    'drafts',
    'Drafts|Entwürfe|Brouillons|Borradores|Bozze|Rascunhos|Concepten|Utkast|Kladder|Wersje robocze|Черновики|草稿|下書き',
  ),
]);

function named(why: string, list: string): [string, string][] {
  return list.split('|').map((name) => [name.toLowerCase(), why]);
}

/** Why mail in a folder of this name is left out; null where it is not. */
export function leftOutFolder(name: string): string | null {
  return names.get(name.trim().toLowerCase()) ?? null;
}
