using System.Globalization;
using Search.Reading.Dates;

namespace Search.Reading.Tests.Dates;

public class DateScannerTests
{
    [Theory]
    [InlineData("2024-09-13", "2024-09-13")]
    [InlineData("2024/9/13 19:30", "2024-09-13")]
    [InlineData("Date: 13/09/2024", "2024-09-13")]
    [InlineData("13.9.2024", "2024-09-13")]
    [InlineData("09/13/2024", "2024-09-13")]
    [InlineData("(13.09.24)", "2024-09-13")]
    [InlineData("2/28/22", "2022-02-28")]
    [InlineData("calendar>>November 11. 2023 Juche 112", "2023-11-11")]
    [InlineData("Wednesday, 25. November 2020", "2020-11-25")]
    [InlineData("Friday, Sept. 13th, 2024", "2024-09-13")]
    [InlineData("13-Sep-2024", "2024-09-13")]
    [InlineData("Paris, le 1er février 2024", "2024-02-01")]
    [InlineData("viernes, 13 de septiembre de 2024", "2024-09-13")]
    [InlineData("Berlin, den 13. März 2024", "2024-03-13")]
    [InlineData("13 сентября 2024 г.", "2024-09-13")]
    [InlineData("13 вересня 2024 року", "2024-09-13")]
    [InlineData("13 Eylül 2024", "2024-09-13")]
    [InlineData("2024年9月13日", "2024-09-13")]
    [InlineData("2024년 9월 13일", "2024-09-13")]
    [InlineData("令和6年9月13日", "2024-09-13")]
    [InlineData("الجمعة ١٣ سبتمبر ٢٠٢٤", "2024-09-13")]
    [InlineData("13 กันยายน 2567", "2024-09-13")]
    [InlineData("2024. szeptember 13.", "2024-09-13")]
    [InlineData("Fri, 13 Sep 24 23:30:00 +0200", "2024-09-13")]
    [InlineData("Fri Sep 13 10:00:00 UTC 2024", "2024-09-13")]
    [InlineData("Fri Sep 13 10:00:00 +0300 2024", "2024-09-13")]
    [InlineData("September the 13th, 2024", "2024-09-13")]
    [InlineData("den 13:e september 2024", "2024-09-13")]
    [InlineData("13 dias do mês de setembro de 2024", "2024-09-13")]
    [InlineData("2024 m. rugsėjo mėn. 13 d.", "2024-09-13")]
    [InlineData("13 Σεπτέμβρη 2024", "2024-09-13")]
    public void Find_OneDay_ReadsIt(string text, string expected) => AssertDay(expected, text);

    [Theory]
    [InlineData("平成30年9月13日", "2018-09-13")]
    [InlineData("平成元年1月9日", "1989-01-09")]
    [InlineData("昭和64年1月7日", "1989-01-07")]
    [InlineData("令和元年12月1日(日)", "2019-12-01")]
    [InlineData("大正15年4月2日", "1926-04-02")]
    [InlineData("港湾省告示　平成十一年三月三日", "1999-03-03")]
    [InlineData("2024年(令和6年)9月13日", "2024-09-13")]
    [InlineData("令和六年（2024年）9月13日", "2024-09-13")]
    [InlineData("令和6.9.13", "2024-09-13")]
    [InlineData("中華民國113年9月13日", "2024-09-13")]
    [InlineData("中華民國一百一十三年九月十三日", "2024-09-13")]
    [InlineData("民國99年12月31日", "2010-12-31")]
    [InlineData("주체113(2024)년 9월 13일", "2024-09-13")]
    [InlineData("주체104년 3월 2일", "2015-03-02")]
    [InlineData("September 13, Juche 113 (2024)", "2024-09-13")]
    public void Find_YearOfAnEra_IsCountedFromItsFirst(string text, string expected) => AssertDay(expected, text);

    [Theory]
    [InlineData("二〇二四年九月十三日", "2024-09-13")]
    [InlineData("二○二四年十二月三十一日", "2024-12-31")]
    [InlineData("二零一九年十月一日", "2019-10-01")]
    [InlineData("二O二三年一月廿三日", "2023-01-23")]
    [InlineData("渠口省人民政府二〇二一年二月二十日", "2021-02-20")]
    [InlineData("2024 年 9 月 13 日", "2024-09-13")]
    [InlineData("２０２４年９月１３日", "2024-09-13")]
    [InlineData("2024年9月13号", "2024-09-13")]
    [InlineData("公元二〇二四年九月十三日", "2024-09-13")]
    public void Find_Chinese_ReadsNumeralsAndSpacing(string text, string expected) => AssertDay(expected, text);

    [Theory]
    [InlineData("13 كانون الثاني 2024", "2024-01-13")]
    [InlineData("5 كانون الأول 2023", "2023-12-05")]
    [InlineData("٧ تشرين الاول ٢٠٢٢", "2022-10-07")]
    [InlineData("7 تشرين الثاني 2022", "2022-11-07")]
    [InlineData("13 كانون الثاني/يناير 2024", "2024-01-13")]
    [InlineData("13 سبتمبر / أيلول 2024", "2024-09-13")]
    [InlineData("13 آب (أغسطس) 2024", "2024-08-13")]
    [InlineData("13 جانفي 2024", "2024-01-13")]
    [InlineData("2 فيفري 2023", "2023-02-02")]
    [InlineData("9 أفريل 2021", "2021-04-09")]
    [InlineData("24 ماي 2024", "2024-05-24")]
    [InlineData("11 غشت 2024", "2024-08-11")]
    [InlineData("13 شتنبر 2024", "2024-09-13")]
    [InlineData("الأربعاء، 13 من شهر نونبر 2024", "2024-11-13")]
    [InlineData("١٣/٩/٢٠٢٤", "2024-09-13")]
    public void Find_Arabic_ReadsTheNamesOfEveryRegion(string text, string expected) => AssertDay(expected, text);

    [Theory]
    [InlineData("۲۳ شهریور ۱۴۰۳", "2024-09-13")]
    [InlineData("یکشنبه ۳۰ اسفند ماه ۱۳۹۹", "2021-03-20")]
    [InlineData("۱۴۰۳/۰۶/۲۳", "2024-09-13")]
    [InlineData("23 سنبله 1403", "2024-09-13")]
    [InlineData("1404-11-07T11:32:06Z", "2026-01-27")]
    [InlineData("1402/1/1 هـ ش", "2023-03-21")]
    [InlineData("10 ربيع الأول 1446 هـ", "2024-09-13")]
    [InlineData("1 محرم 1445", "2023-07-19")]
    [InlineData("10/3/1446هـ", "2024-09-13")]
    [InlineData("1446-03-10", "2024-09-13")]
    [InlineData("9 ربيع الأول 1446 هـ الموافق 13 سبتمبر 2024 م", "2024-09-13")]
    [InlineData("2024/09/13 - 1403/06/23", "2024-09-13")]
    public void Find_OtherCalendar_GivesTheCommonDay(string text, string expected) => AssertDay(expected, text);

    [Theory]
    [InlineData("1º de setembro de 2024", "2024-09-01")]
    [InlineData("1.º de marzo de 2023", "2023-03-01")]
    [InlineData("1° gennaio 2022", "2022-01-01")]
    [InlineData("le 1er juillet 2024", "2024-07-01")]
    [InlineData("1ro de mayo de 2021", "2021-05-01")]
    [InlineData("this 21st day of June 2023", "2023-06-21")]
    [InlineData("1η Οκτωβρίου 2024", "2024-10-01")]
    [InlineData("13-го сентября 2024", "2024-09-13")]
    [InlineData("SEPTIEMBRE 13 DE 2024", "2024-09-13")]
    [InlineData("13 DE SEPTIEMBRE DE 2024", "2024-09-13")]
    public void Find_SignBehindTheDay_IsPassedOver(string text, string expected) => AssertDay(expected, text);

    [Theory]
    [InlineData("'24.9.13.(금)", "2024-09-13")]
    [InlineData("‘19.12.3.", "2019-12-03")]
    [InlineData("등록일 24.9.13.", "2024-09-13")]
    [InlineData("2024. 9. 13. 10:00", "2024-09-13")]
    [InlineData("24년 9월 13일", "2024-09-13")]
    [InlineData("99.12.31.(금)", "1999-12-31")]
    public void Find_Korean_HasTheYearInFront(string text, string expected) => AssertDay(expected, text);

    [Theory]
    [InlineData("2024. gada 13. septembrī", "2024-09-13")]
    [InlineData("2023. gada 1. decembra", "2023-12-01")]
    [InlineData("2024 m. rugsėjo 13 d.", "2024-09-13")]
    [InlineData("13. septembril 2024", "2024-09-13")]
    [InlineData("Hà Nội, ngày 13 tháng 9 năm 2024", "2024-09-13")]
    [InlineData("NGÀY 2 THÁNG 11 NĂM 2023", "2023-11-02")]
    [InlineData("ngày 5 tháng mười hai năm 2022", "2022-12-05")]
    [InlineData("วันศุกร์ที่ 13 กันยายน พ.ศ. 2567", "2024-09-13")]
    [InlineData("13 ก.ย. 2567", "2024-09-13")]
    [InlineData("1 ม.ค. 67", "2024-01-01")]
    [InlineData("วันที่ ๑๓ เดือนกันยายน พ.ศ. ๒๕๖๗", "2024-09-13")]
    [InlineData("13 EYLÜL 2024", "2024-09-13")]
    [InlineData("13 sentyabr 2024-cü il", "2024-09-13")]
    [InlineData("2024-cü il sentyabrın 13-də", "2024-09-13")]
    [InlineData("2024 жылғы 13 қыркүйек", "2024-09-13")]
    [InlineData("2024-yil 13-sentabr", "2024-09-13")]
    [InlineData("2024-жылдын 13-сентябры", "2024-09-13")]
    [InlineData("2024 оны 9 дүгээр сарын 13", "2024-09-13")]
    [InlineData("2024 оны 9 сарын 13-ны өдөр", "2024-09-13")]
    [InlineData("2024 оны есдүгээр сарын 13", "2024-09-13")]
    [InlineData("13 сентябри соли 2024", "2024-09-13")]
    [InlineData("13-nji sentýabr 2024", "2024-09-13")]
    public void Find_WordsBetweenTheNumbers_ArePartOfTheDay(string text, string expected) => AssertDay(expected, text);

    [Theory]
    [InlineData("13 вересня 2024 року", "2024-09-13")]
    [InlineData("13 верасня 2024 года", "2024-09-13")]
    [InlineData("13 септември 2024 г.", "2024-09-13")]
    [InlineData("3. јануара 2024. године", "2024-01-03")]
    [InlineData("3. januara 2024. godine", "2024-01-03")]
    [InlineData("13. rujna 2024.", "2024-09-13")]
    [InlineData("11 listopada 2024 r.", "2024-11-11")]
    [InlineData("3. kolovoza 2024.", "2024-08-03")]
    [InlineData("13. septembra 2024", "2024-09-13")]
    [InlineData("13. září 2024", "2024-09-13")]
    [InlineData("ΑΘΗΝΑ, 13 ΣΕΠΤΕΜΒΡΙΟΥ 2024", "2024-09-13")]
    [InlineData("perjantaina 13. syyskuuta 2024", "2024-09-13")]
    [InlineData("2024. szeptember 13-án", "2024-09-13")]
    [InlineData("13 Shtator 2024", "2024-09-13")]
    [InlineData("13 ta' Settembru 2024", "2024-09-13")]
    [InlineData("13 Meán Fómhair 2024", "2024-09-13")]
    [InlineData("13 Medi 2024", "2024-09-13")]
    [InlineData("13. ágúst 2024", "2024-08-13")]
    [InlineData("2024ko irailaren 13a", "2024-09-13")]
    [InlineData("13 de xuño de 2024", "2024-06-13")]
    [InlineData("l'11 d’abril de 2024", "2024-04-11")]
    [InlineData("13 სექტემბერი, 2024", "2024-09-13")]
    [InlineData("2024 წლის 13 სექტემბერს", "2024-09-13")]
    [InlineData("2024 թ. սեպտեմբերի 13-ին", "2024-09-13")]
    [InlineData("13 सितम्बर 2024", "2024-09-13")]
    [InlineData("১৩ সেপ্টেম্বর ২০২৪", "2024-09-13")]
    [InlineData("13 ستمبر 2024", "2024-09-13")]
    [InlineData("செப்டம்பர் 13, 2024", "2024-09-13")]
    [InlineData("13 באוגוסט 2024", "2024-08-13")]
    [InlineData("13 Ogos 2024", "2024-08-13")]
    [InlineData("13 Agosti 2024", "2024-08-13")]
    [InlineData("ika-13 ng Setyembre 2024", "2024-09-13")]
    [InlineData("13 September 2024", "2024-09-13")]
    [InlineData("ថ្ងៃទី ១៣ ខែកញ្ញា ឆ្នាំ ២០២៤", "2024-09-13")]
    [InlineData("13 ሴፕቴምበር 2024", "2024-09-13")]
    [InlineData("13/9-2024", "2024-09-13")]
    [InlineData("13 de\u0301cembre 2024", "2024-12-13")]
    public void Find_NamesOfManyLanguages_AreRead(string text, string expected) => AssertDay(expected, text);

    [Theory]
    [InlineData("24年9月13日", "2024-09-13")]
    [InlineData("99.12.31", "1999-12-31")]
    public void Find_ShortYearInFront_IsLeftToTheLanguage(string text, string expected)
    {
        var date = Assert.Single(DateScanner.Find(text));

        Assert.Equal((true, true), (date.IsAmbiguous, date.IsShort));
        Assert.Equal(expected, date.YearInFront.ToDate()?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("September 2024", "Month", 9)]
    [InlineData("2024年9月", "Month", 9)]
    [InlineData("Im Jahr 2024", "Year", 0)]
    public void FindPeriod_NoDay_TellsHowMuchIsNamed(string text, string precision, int month)
    {
        var period = DateScanner.FindPeriod(text)!.Value;

        Assert.Equal((precision, 2024, month), (period.Precision.ToString(), period.Year, period.Month));
    }

    [Theory]
    [InlineData("05/03/2024", true)]
    [InlineData("05/05/2024", false)]
    [InlineData("05.03.2024", false)]
    [InlineData("25/03/2024", false)]
    public void Find_TwoNumbers_AreAmbiguousOnlyWhereBothOrdersArePossible(string text, bool ambiguous) =>
        Assert.Equal(ambiguous, Assert.Single(DateScanner.Find(text)).IsAmbiguous);

    [Theory]
    [InlineData("Pyongyang, November 11 (KCNA)", 11, 11)]
    [InlineData("9月13日", 9, 13)]
    public void Find_NoYear_LeavesItOpen(string text, int month, int day)
    {
        var date = Assert.Single(DateScanner.Find(text));

        Assert.Equal((0, month, day), (date.Year, date.Month, date.Day));
    }

    [Theory]
    [InlineData("")]
    [InlineData("+375 17 327-29-22")]
    [InlineData("In May twelve people met.")]
    [InlineData("Resolution 2231 (2015)")]
    [InlineData("31.02.2024")]
    [InlineData("13 مهر")]
    [InlineData("section 45.3.12.7")]
    [InlineData("R6.9.13")]
    [InlineData("H30.12.1")]
    [InlineData("lamp v2.3.24")]
    [InlineData("五月的十三个人")]
    [InlineData("13 می باشد")]
    public void Find_NoDay_FindsNone(string text) => Assert.Empty(DateScanner.Find(text));

    private static void AssertDay(string expected, string text)
    {
        var date = Assert.Single(DateScanner.Find(text));

        Assert.Equal((DateOnly.Parse(expected), true), (date.ToDate(), date.HasYear && !date.IsAmbiguous));
    }
}
