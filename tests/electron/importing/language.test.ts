import { describe, expect, it, test } from "vitest";
import { detectLanguage, languageOf } from "#electron/importing/language.ts";

/** One sentence, in the languages of the press. */
const SENTENCES: [language: string, sentence: string][] = [
  ["en", "The army said on Tuesday that forty soldiers had been killed when fighters attacked a post near the river."],
  ["fr", "L’armée a annoncé mardi que quarante soldats avaient été tués lors de l’attaque d’un poste près du fleuve."],
  ["es", "El ejército dijo el martes que cuarenta soldados murieron en el ataque contra un puesto cerca del río."],
  ["pt", "O exército disse na terça-feira que quarenta soldados foram mortos no ataque a um posto perto do rio."],
  [
    "de",
    "Die Armee teilte am Dienstag mit, dass vierzig Soldaten beim Angriff auf einen Posten am Fluss getötet wurden.",
  ],
  [
    "it",
    "L’esercito ha detto martedì che quaranta soldati sono stati uccisi nell’attacco a una postazione vicino al fiume.",
  ],
  [
    "nl",
    "Het leger zei dinsdag dat veertig soldaten zijn gedood bij een aanval op een post in de buurt van de rivier.",
  ],
  ["pl", "Armia poinformowała we wtorek, że czterdziestu żołnierzy zginęło w ataku na posterunek w pobliżu rzeki."],
  ["ru", "Армия сообщила во вторник, что сорок солдат погибли при нападении на пост у реки."],
  ["uk", "Армія повідомила у вівторок, що сорок солдатів загинули під час нападу на пост біля річки."],
  [
    "tr",
    "Ordu salı günü yaptığı açıklamada, nehir yakınındaki bir karakola düzenlenen saldırıda kırk askerin öldüğünü bildirdi.",
  ],
  ["ar", "أعلن الجيش يوم الثلاثاء أن أربعين جنديا قتلوا في هجوم على موقع عسكري قرب النهر."],
  ["fa", "ارتش روز سه‌شنبه اعلام کرد که چهل سرباز در حمله به یک پاسگاه نزدیک رودخانه کشته شدند."],
  ["ur", "فوج نے منگل کو کہا کہ دریا کے قریب ایک چوکی پر حملے میں چالیس فوجی ہلاک ہو گئے۔"],
  ["he", "הצבא מסר ביום שלישי כי ארבעים חיילים נהרגו במתקפה על מוצב סמוך לנהר."],
  ["hi", "सेना ने मंगलवार को कहा कि नदी के पास एक चौकी पर हुए हमले में चालीस सैनिक मारे गए।"],
  ["bn", "সেনাবাহিনী মঙ্গলবার জানিয়েছে, নদীর কাছে একটি চৌকিতে হামলায় চল্লিশজন সৈন্য নিহত হয়েছে।"],
  ["zh", "军方星期二表示，武装分子袭击了河边的一个哨所，造成四十名士兵死亡。"],
  ["ja", "軍は火曜日、川の近くの駐屯地が襲撃され、兵士四十人が死亡したと発表した。"],
  ["ko", "군은 화요일 강 근처 초소가 공격을 받아 병사 마흔 명이 숨졌다고 밝혔다."],
  [
    "id",
    "Tentara mengatakan pada hari Selasa bahwa empat puluh prajurit tewas dalam serangan terhadap sebuah pos di dekat sungai.",
  ],
  ["vi", "Quân đội cho biết hôm thứ Ba rằng bốn mươi binh sĩ đã thiệt mạng trong cuộc tấn công vào một đồn gần sông."],
  ["th", "กองทัพกล่าวเมื่อวันอังคารว่าทหารสี่สิบนายเสียชีวิตจากการโจมตีฐานใกล้แม่น้ำ"],
  ["am", "ሠራዊቱ ማክሰኞ እንዳስታወቀው በወንዙ አቅራቢያ በሚገኝ የጦር ሰፈር ላይ በደረሰ ጥቃት አርባ ወታደሮች ተገድለዋል።"],
  ["ti", "ሰራዊት ሰሉስ ከምዝሓበሮ ኣብ ጥቓ ሩባ ኣብ ዝርከብ መዓስከር ኣብ ዘጋጠመ መጥቃዕቲ ኣርብዓ ወተሃደራት ተቐቲሎም።"],
  ["sw", "Jeshi lilisema Jumanne kwamba wanajeshi arobaini waliuawa katika shambulio dhidi ya kituo karibu na mto."],
  [
    "ha",
    "Rundunar sojin ta ce a ranar Talata cewa an kashe sojoji arba'in a wani hari da aka kai kan wani sansani kusa da kogi.",
  ],
  ["yo", "Ilé-iṣẹ́ ológun sọ ní ọjọ́ Ìṣẹ́gun pé wọ́n pa ọmọ ogun ogójì nínú ìkọlù kan sí ibùdó kan nítòsí odò."],
  ["ig", "Ndị agha kwuru na Tuzdee na e gburu ndị agha iri anọ na mwakpo a wakporo ebe ndị agha nọ n'akụkụ osimiri."],
  ["zu", "Amabutho athe ngoLwesibili kubulawe amasosha angamashumi amane ekuhlaselweni kwesikhungo esiseduze nomfula."],
  ["xh", "Umkhosi uthe ngoLwesibini amajoni angamashumi amane abulewe kuhlaselo lwesikhululo esikufutshane nomlambo."],
  ["af", "Die weermag het Dinsdag gesê dat veertig soldate dood is in ’n aanval op ’n pos naby die rivier."],
  ["so", "Ciidanku waxay sheegeen Talaadadii in afartan askari lagu dilay weerar lagu qaaday saldhig u dhow webiga."],
  [
    "om",
    "Humni waraanaa Kibxata akka jedhetti loltoonni afurtamni haleellaa buufata laga cinaa jiru irratti raawwatameen ajjeefaman.",
  ],
  [
    "rw",
    "Ingabo zavuze ku wa kabiri ko abasirikare mirongo ine biciwe mu gitero cyagabwe ku birindiro biri hafi y’umugezi.",
  ],
  ["sn", "Mauto akati neChipiri masoja makumi mana akaurayiwa pakurwiswa kwenzvimbo iri pedyo nerwizi."],
  [
    "ln",
    "Limpinga ya mboka elobaki na mokolo ya mibale ete basoda ntuku minei bakufaki na etumba oyo basalaki na esika moko pene ya ebale.",
  ],
  [
    "wo",
    "Xare bi nee na ci talaata ji ñeent-fukki soldaar dañu leen rey ci songu ma ñu def ci benn post bu jege dex gi.",
  ],
  ["bm", "Sɔrɔdasi kuntigiw ko tarata don na ko sɔrɔdasi bi naani fagara binkanni na min kɛra posi dɔ la ba kɛrɛfɛ."],
  [
    "ff",
    "Konu nguu wii ko ñalnde talaata soldateeɓe capanɗe nay mbaraama e njanguuji baɗaaɗi e nokku gooto ɓadiiɗo maayo.",
  ],
  ["mg", "Nilaza ny tafika tamin’ny talata fa miaramila efapolo no maty tamin’ny fanafihana toby akaikin’ny renirano."],
  ["ku", "Artêşê roja sêşemê ragihand ku çil leşker di êrîşa li ser qereqoleke nêzîkî çem de hatin kuştin."],
  ["ckb", "سوپا ڕۆژی سێشەممە ڕایگەیاند کە چل سەرباز لە هێرشێک بۆ سەر بنکەیەک لە نزیک ڕووبارەکە کوژران."],
  ["ps", "پوځ د سې شنبې په ورځ وویل چې سیند ته نږدې پر یوې پوستې په برید کې څلوېښت سرتیري ووژل شول."],
  ["sr", "Војска је у уторак саопштила да је четрдесет војника погинуло у нападу на положај код реке."],
  ["hr", "Vojska je u utorak priopćila da je četrdeset vojnika poginulo u napadu na položaj kraj rijeke."],
  ["el", "Ο στρατός ανακοίνωσε την Τρίτη ότι σαράντα στρατιώτες σκοτώθηκαν σε επίθεση σε φυλάκιο κοντά στο ποτάμι."],
  ["sv", "Armén sade på tisdagen att fyrtio soldater dödats i en attack mot en postering nära floden."],
  ["ro", "Armata a anunțat marți că patruzeci de soldați au fost uciși într-un atac asupra unui post de lângă râu."],
  ["hu", "A hadsereg kedden közölte, hogy negyven katona meghalt a folyó közelében lévő őrhely elleni támadásban."],
  ["my", "စစ်တပ်က အင်္ဂါနေ့တွင် ပြောကြားရာတွင် မြစ်အနီးရှိ စခန်းတစ်ခုကို တိုက်ခိုက်ရာတွင် စစ်သား လေးဆယ် သေဆုံးခဲ့သည်။"],
  ["ka", "არმიამ სამშაბათს განაცხადა, რომ მდინარესთან მდებარე პოსტზე თავდასხმისას ორმოცი ჯარისკაცი დაიღუპა."],
  ["az", "Ordu çərşənbə axşamı bildirdi ki, çay yaxınlığındakı posta edilən hücumda qırx əsgər həlak olub."],
  [
    "tl",
    "Sinabi ng hukbo noong Martes na apatnapung sundalo ang napatay sa pag-atake sa isang himpilan malapit sa ilog.",
  ],
];

const [ENGLISH = "", FRENCH = "", ARABIC = ""] = ["en", "fr", "ar"].map(
  (language) => SENTENCES.find(([one]) => one === language)?.[1],
);

test.for(SENTENCES)("a sentence in %s", ([language, sentence]) => {
  expect(detectLanguage(sentence)).toBe(language);
});

/** Headlines, which are all there is of many articles. */
const HEADLINES: [language: string, headline: string][] = [
  ["en", "Fighters seize river post in dawn raid"],
  ["en", "Army denies losing control of northern base"],
  ["en", "Three bridges closed after heavy rain"],
  ["fr", "L’armée dément avoir perdu le poste"],
  ["fr", "Trois ponts fermés après de fortes pluies"],
  ["es", "El ejército niega haber perdido el puesto"],
  ["es", "Tres puentes cerrados tras las lluvias"],
  ["pt", "Exército nega ter perdido o posto"],
  ["pt", "Três pontes fechadas depois da chuva"],
  ["de", "Vierzig Soldaten bei Angriff getötet"],
  ["de", "Drei Brücken nach Regen gesperrt"],
  ["nl", "Leger ontkent verlies van de post"],
  ["af", "Weermag ontken verlies van die pos"],
  ["it", "L’esercito nega di aver perso la postazione"],
  ["pl", "Armia zaprzecza utracie posterunku"],
  ["sv", "Armén förnekar att posten har fallit"],
  ["tr", "Saldırıda kırk asker öldü"],
  ["ru", "Армия отрицает потерю поста"],
  ["ru", "Три моста закрыты после дождей"],
  ["uk", "Армія заперечує втрату поста"],
  ["ar", "الجيش ينفي فقدان الموقع العسكري"],
  ["ar", "إغلاق ثلاثة جسور بعد الأمطار"],
  ["fa", "ارتش از دست دادن پاسگاه را تکذیب کرد"],
  ["he", "הצבא מכחיש את אובדן המוצב"],
  ["hi", "सेना ने चौकी खोने से इनकार किया"],
  ["sw", "Wanajeshi arobaini wauawa katika shambulio"],
  ["sw", "Shule arobaini zafungwa kutokana na vita"],
  ["ha", "Sojoji sun musanta rasa sansaninsu"],
  ["id", "Tentara membantah kehilangan pos militer"],
  ["bm", "Sɔrɔdasi bi naani fagara binkanni na"],
  ["am", "ሠራዊቱ ካምፑን እንዳላጣ አስታወቀ"],
  ["th", "กองทัพปฏิเสธการสูญเสียฐาน"],
  ["zh", "军方否认失去哨所"],
  ["ja", "軍、駐屯地の陥落を否定"],
  ["ko", "군, 초소 상실 부인"],
];

test.for(HEADLINES)("a headline in %s: %s", ([language, headline]) => {
  expect(detectLanguage(headline)).toBe(language);
});

/** What holds too little to tell a language by, however long it is. */
const SAYING_NOTHING = [
  "word ".repeat(7),
  "word ".repeat(60),
  "word ".repeat(2_000),
  "mot ".repeat(30),
  "слово ".repeat(40),
  "привет ".repeat(5),
  "كلمة ".repeat(300),
  "नमस्ते ".repeat(5),
  "שלום ".repeat(50),
  "字".repeat(10),
  "あ".repeat(2_000),
  "คำ".repeat(40),
  "ha ".repeat(12),
  "foo bar baz ".repeat(4),
  "asdf qwer zxcv uiop hjkl asdf qwer zxcv",
  "a".repeat(31),
  "x y z a b c d e f g h i j k l m n o p q r s t u v w",
  "abcdefghijklmnopqrstuvwxyz",
  "ABC DEF GHI JKL MNO PQR STU",
  "a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6e7f8",
  "https://harbour.example/path/to/some/page.html",
  "ada@harbour.example, jean@harbour.example",
  "Page 1 of 12 Page 2 of 12 Page 3 of 12 Page 4 of 12",
  "Tamba Évrane Kambo Djeli Soromba",
  "Tamba 2 Évrane 1, Kambo 0 Djeli 3, Soromba 1 Lac 1",
  "Ada Brook, Jean Roc, Idris Sow, Li Ming, Léa Noor",
];

test.for(SAYING_NOTHING)("too little to tell: %s", (text) => {
  expect(detectLanguage(text)).toBeNull();
});

describe("the language of a text", () => {
  it("is not told where there is too little of it", () => {
    for (const text of ["", "Tamba", "Yes, no", "2024 ".repeat(100), "— … —", "a b c d"]) {
      expect(detectLanguage(text)).toBeNull();
    }
  });

  it("is the one in which most of it is written", () => {
    expect(detectLanguage(`${FRENCH} ${`${ENGLISH}\n\n`.repeat(30)}`)).toBe("en");
    expect(detectLanguage(`${`${ENGLISH}\n\n`.repeat(3)}${`${ARABIC}\n\n`.repeat(40)}`)).toBe("ar");
  });

  it("survives a cut inside a character", () => {
    expect(() => detectLanguage("👍".repeat(2_000))).not.toThrow();
  });
});

describe("a stated language", () => {
  const stated = (value: string) => ({ value, from: "meta" as const });
  const long = (sentence: string) => `${sentence} `.repeat(20);

  it.each([
    ["fr", FRENCH, "fr"],
    ["fr_FR", FRENCH, "fr-FR"],
    ["FRA", FRENCH, "fr"],
    ["ar-ly", ARABIC, "ar-LY"],
    ["zh-hant", "軍方星期二表示，武裝分子襲擊了河邊的一個哨所，造成四十名士兵死亡。".repeat(10), "zh-Hant"],
  ])("is kept where the text can be in it: %s", (tag, sentence, expected) => {
    expect(languageOf(long(sentence), stated(tag))).toEqual({ value: expected, from: "meta" });
  });

  it("is kept where the text does not tell, or the language is one that cannot be told", () => {
    expect(languageOf("Tamba", stated("sw"))?.value).toBe("sw");
    expect(languageOf(ENGLISH.slice(0, 60), stated("fr"))?.value).toBe("fr");
    expect(languageOf(long(ENGLISH), stated("dag"))?.value).toBe("dag");
  });

  it.each([
    ["en", ARABIC, "ar"],
    ["en", FRENCH, "fr"],
    ["dag", ARABIC, "ar"],
    ["english", ENGLISH, "en"],
    ["und", ENGLISH, "en"],
    ["x-default", ENGLISH, "en"],
    ["", ENGLISH, "en"],
  ])("gives way to the text where it is none, or cannot be: %s", (tag, sentence, expected) => {
    expect(languageOf(long(sentence), stated(tag))).toEqual({ value: expected, from: "detected" });
  });

  it("is none where nothing says and nothing tells", () => {
    expect(languageOf("Tamba", null)).toBeNull();
    expect(languageOf("Tamba", stated("nonsense tag"))).toBeNull();
  });
});
