// The replicas' labels in five languages, one of them written from right to left. `?lang=ar` on any replica switches them all.

/** Each English label in German, French, Japanese and Arabic. */
const WORDS = {
  Post: ['Posten', 'Publier', '投稿する', 'نشر'],
  'Post all': ['Alle posten', 'Tout poster', 'すべてポスト', 'نشر الكل'],
  Reply: ['Antworten', 'Répondre', '返信', 'رد'],
  Comment: ['Kommentieren', 'Commenter', 'コメントする', 'تعليق'],
  Send: ['Senden', 'Envoyer', '送信', 'إرسال'],
  Message: ['Nachricht', 'Message', 'メッセージ', 'رسالة'],
  'Write a message': ['Nachricht schreiben', 'Écrire un message', 'メッセージを書く', 'اكتب رسالة'],
  Publish: ['Veröffentlichen', 'Publier', '公開', 'نشر'],
  Share: ['Teilen', 'Partager', 'シェア', 'مشاركة'],
  Next: ['Weiter', 'Suivant', '次へ', 'التالي'],
  Bio: ['Bio', 'Bio', '自己紹介', 'النبذة'],
  'Edit profile': ['Profil bearbeiten', 'Modifier le profil', 'プロフィールを編集', 'تعديل الملف الشخصي'],
  Save: ['Speichern', 'Enregistrer', '保存', 'حفظ'],
  Home: ['Startseite', 'Accueil', 'ホーム', 'الرئيسية'],
  Messages: ['Nachrichten', 'Messages', 'メッセージ', 'الرسائل'],
  Profile: ['Profil', 'Profil', 'プロフィール', 'الملف الشخصي'],
  View: ['Ansehen', 'Voir', '表示', 'عرض'],
  Search: ['Suche', 'Rechercher', '検索', 'بحث'],
  Cancel: ['Abbrechen', 'Annuler', 'キャンセル', 'إلغاء'],
  Back: ['Zurück', 'Retour', '戻る', 'رجوع'],
  Close: ['Schließen', 'Fermer', '閉じる', 'إغلاق'],
  Like: ['Gefällt mir', 'J’aime', 'いいね！', 'أعجبني'],
  Emoji: ['Emoji', 'Émoji', '絵文字', 'رموز'],
  Photo: ['Foto', 'Photo', '写真', 'صورة'],
  'Everyone can reply': ['Alle können antworten', 'Tout le monde peut répondre', '全員が返信できます', 'يمكن للجميع الرد'],
  'What’s happening?': ['Was gibt’s Neues?', 'Quoi de neuf ?', 'いまどうしてる？', 'ماذا يحدث؟'],
  'Post text': ['Posttext', 'Texte du post', 'ポスト本文', 'نص المنشور'],
  'Add post': ['Post hinzufügen', 'Ajouter un post', 'ポストを追加', 'إضافة منشور'],
  'Start a post': ['Beitrag beginnen', 'Commencer un post', '投稿を開始', 'بدء منشور'],
  'Create a post': ['Beitrag erstellen', 'Créer un post', '投稿を作成', 'إنشاء منشور'],
  'Create post': ['Beitrag erstellen', 'Créer une publication', '投稿を作成', 'إنشاء منشور'],
  'Text editor for creating content': ['Texteditor zum Erstellen von Inhalten', 'Éditeur de texte pour créer du contenu', 'コンテンツ作成用テキストエディタ', 'محرر نصوص لإنشاء المحتوى'],
  'Text editor for creating comment': ['Texteditor zum Erstellen von Kommentaren', 'Éditeur de texte pour créer un commentaire', 'コメント作成用テキストエディタ', 'محرر نصوص لإنشاء تعليق'],
  'Post to Anyone': ['Auf Alle posten', 'Publier pour Tout le monde', '全員に投稿', 'نشر للجميع'],
  'Comment as Ann': ['Als Ann kommentieren', 'Commenter en tant que Ann', 'Annとしてコメント', 'التعليق باسم Ann'],
  "What's on your mind, Ann?": ['Was machst du gerade, Ann?', 'Quoi de neuf, Ann ?', 'Annさん、その気持ち、シェアしよう', 'بم تفكرين يا Ann؟'],
  'Edit privacy. Sharing with Friends. ': [
    'Privatsphäre bearbeiten. Geteilt mit Freunden. ', 'Modifier la confidentialité. Partagé avec Amis. ',
    'プライバシーを編集。共有範囲は友達です。', 'تعديل الخصوصية. المشاركة مع الأصدقاء. ',
  ],
  Friends: ['Freunde', 'Amis', '友達', 'الأصدقاء'],
  'Your notice': ['Dein Aushang', 'Votre annonce', 'お知らせ', 'إعلانك'],
  'Your post was sent.': ['Dein Post wurde gesendet.', 'Votre post a été envoyé.', '投稿を送信しました。', 'تم إرسال منشورك.'],
};

const LANGUAGES = ['de', 'fr', 'ja', 'ar'];
const lang = new URLSearchParams(location.search).get('lang') ?? 'en';
document.documentElement.lang = lang;
document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';

/** A replica's own labels, in the same order of languages. */
export function teach(words) {
  Object.assign(WORDS, words);
}

/** A label in the page's language. One that nobody has translated ends the page: a test that switches must prove that nothing depends on English. */
export function say(label) {
  if (lang === 'en') return label;
  const said = WORDS[label]?.[LANGUAGES.indexOf(lang)];
  if (said === undefined) throw new Error(`not translated into ${lang}: ${label}`);
  return said;
}
