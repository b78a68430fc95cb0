"""Three articles, one a language, of which the makers beside this file make files of every kind."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Article:
    """What a document says, and what came with it."""

    language: str
    title: str
    paragraphs: tuple[str, ...]
    date: str
    url: str
    publisher: str
    author: str

    @property
    def text(self):
        """The document as Dateline holds it, whatever the file."""
        return "\n\n".join((self.title, *self.paragraphs))

    @property
    def body(self):
        """The same without its title."""
        return "\n\n".join(self.paragraphs)


ENGLISH = Article(
    language="en",
    title="Harbour of Kalvos reopens after two years of repairs",
    paragraphs=(
        "The harbour of Kalvos was reopened on Monday by Transport Minister Helena Marsh, two years after a storm had"
        " destroyed its northern pier. Some 400 guests came to the ceremony.",
        "“We promised this on 3 March 2023, and here we are,” Marsh told the crowd. The first ferry to Antra will sail"
        " on 17 June, she said, and the fish market follows in September.",
        "The storm of 11 November 2022 had sunk nine boats and killed two men. A court in Antra found last January that"
        " the port authority had ignored warnings since 2019.",
        "Repairs cost 38 million euros, twice what had been planned in 2023. The opposition wants an inquiry; parliament"
        " votes on it next week.",
    ),
    date="2025-06-10",
    url="https://news.example.org/2025/kalvos-harbour",
    publisher="The Antra Courier",
    author="Jonas Weld",
)

GREEK = Article(
    language="el",
    title="Άνοιξε ξανά το λιμάνι του Κάλβου ύστερα από δύο χρόνια έργων",
    paragraphs=(
        "Το λιμάνι του Κάλβου άνοιξε ξανά τη Δευτέρα η υπουργός Μεταφορών Ελένη Μαρή, δύο χρόνια αφότου μια καταιγίδα"
        " κατέστρεψε τον βόρειο μόλο του. Στην τελετή ήρθαν περίπου 400 καλεσμένοι.",
        "«Το υποσχεθήκαμε στις 3 Μαρτίου 2023 και το κάναμε», είπε η Μαρή στο πλήθος. Το πρώτο πλοίο για την Άντρα θα"
        " σαλπάρει στις 17 Ιουνίου, πρόσθεσε, και η ιχθυόσκαλα ακολουθεί τον Σεπτέμβριο.",
        "Η καταιγίδα της 11ης Νοεμβρίου 2022 είχε βυθίσει εννέα βάρκες και σκότωσε δύο άνδρες. Δικαστήριο στην Άντρα"
        " έκρινε τον περασμένο Ιανουάριο ότι η λιμενική αρχή αγνοούσε προειδοποιήσεις από το 2019.",
        "Τα έργα κόστισαν 38 εκατομμύρια ευρώ, τα διπλά από όσα είχαν προβλεφθεί το 2023. Η αντιπολίτευση ζητεί"
        " εξεταστική επιτροπή· η βουλή ψηφίζει την επόμενη εβδομάδα.",
    ),
    date="2025-06-10",
    url="https://news.example.org/el/2025/limani-kalvou",
    publisher="Ο Ταχυδρόμος της Άντρας",
    author="Ιωάννα Βελή",
)

ARABIC = Article(
    language="ar",
    title="إعادة افتتاح ميناء كالفوس بعد عامين من الإصلاحات",
    paragraphs=(
        "أعادت وزيرة النقل هيلانة مرعي افتتاح ميناء كالفوس يوم الاثنين، بعد عامين من عاصفة دمرت رصيفه الشمالي. وحضر"
        " الحفل نحو 400 ضيف.",
        "وقالت مرعي أمام الحشد: «وعدنا بذلك في 3 مارس 2023 وها نحن هنا». وستبحر أول عبارة إلى أنترا في 17 يونيو، كما"
        " سيفتح سوق السمك في سبتمبر.",
        "وكانت عاصفة 11 نوفمبر 2022 قد أغرقت تسعة قوارب وقتلت رجلين. وقضت محكمة في أنترا في يناير الماضي بأن سلطة"
        " الميناء تجاهلت تحذيرات منذ عام 2019.",
        "وبلغت كلفة الإصلاحات 38 مليون يورو، أي ضعف ما خطط له في 2023. وتطالب المعارضة بتحقيق، ويصوت البرلمان عليه"
        " الأسبوع المقبل.",
    ),
    date="2025-06-10",
    url="https://news.example.org/ar/2025/kalvos",
    publisher="بريد أنترا",
    author="يونس ولد",
)

ARTICLES = (ENGLISH, GREEK, ARABIC)
