//! Files to begin with: the samples, and one of each kind, written for this test.

use std::io::Write;
use std::path::{Path, PathBuf};

use mizan_store::{Store, row};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The sample reports, text and pages.
pub(crate) fn reports() -> Vec<Vec<u8>> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(root().join("samples")).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|p| std::fs::read(p).unwrap()).collect()
}

/// Sentences of the sample reports.
pub(crate) fn sentences() -> Vec<Vec<u8>> {
    let texts = reports().into_iter().map(|bytes| String::from_utf8(bytes).unwrap());
    texts.flat_map(|t| t.lines().filter(|l| l.len() > 20).map(|l| l.as_bytes().to_vec()).collect::<Vec<_>>()).collect()
}

/// One container of each kind, plain and packed.
pub(crate) fn containers() -> Vec<Vec<u8>> {
    let page = "<html><head><title>Т</title></head><body><p>Министры встретились в столице.</p></body></html>";
    let http = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{page}\r\n0\r\n\r\n",
        page.len()
    );
    let record = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\nWARC-Date: 2022-03-02T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{http}\r\n\r\n",
        http.len()
    );
    let plain: Vec<Vec<u8>> = vec![
        "{\"text\": \"قال \\u0627 الوزير\", \"date\": \"2022-03-01\", \"url\": \"https://example.org/a\", \"n\": [1, {\"a\": null}]}\n{\"text\": \"b\"}\n".into(),
        "[{\"text\": \"a\", \"title\": {\"rendered\": \"t\"}},\n {\"text\": [\"b\", \"c\"]}]".into(),
        "id,text,date\r\n1,\"a \"\"x\"\",\r\nb\",2025-10-04\r\n2,c,\r\n".into(),
        "headline;body;day\nTalks;Россия и Казахстан провели переговоры в Астане.;2022-03-02\n".into(),
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>T</title><item a='x>y'><description><![CDATA[<p>a</p>]]></description><pubDate>Wed, 02 Mar 2022 10:00:00 GMT</pubDate></item><!-- <item> --><item><title>&lt;</title><description>b &#1178; &nbsp;</description></item></channel></rss>".into(),
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>Visit</title><link href=\"https://example.org/1\"/><updated>2022-03-02T10:00:00Z</updated><content type=\"html\">&lt;p&gt;Talks.&lt;/p&gt;</content></entry></feed>".into(),
        record.repeat(2).into(),
        "Президент сөйледі.".into(),
    ];
    let packed = plain.iter().flat_map(|bytes| [gzip(bytes), zstd::encode_all(bytes.as_slice(), 1).unwrap()]).collect::<Vec<_>>();
    [plain, packed].concat()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// Some lines of each public format.
pub(crate) fn public_files() -> Vec<Vec<u8>> {
    let actor = "KAZGOV|KAZAKHSTAN|KAZ|||||GOV||";
    let place = "4|Astana, Aqmola, Kazakhstan|KZ|KZ05|51.1801|71.446|-2326704";
    let gdelt =
        format!("7|20220105|202201|2022|2022.0137|{actor}|{actor}|1|0233|023|02|1|3.4|6|2|5|-1.5|{place}|{place}|{place}|20220105\n")
            .replace('|', "\t");
    let mention = "7\t20220105101500\t20220105103000\t1\texample.org\thttps://example.org/a\t2\t-1\t142\t158\t1\t50\t5402\t-0.1164\t\t\n";
    let tabs = |head: &str, row: &str| format!("{head}\n{row}\n{row}\n").replace('|', "\t");
    [
        gdelt,
        mention.repeat(3),
        tabs(
            "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude",
            "1|2022-01-05|Government (Kazakhstan)|Government,Executive|Kazakhstan|Consult|040|1.0|Citizen (Russia)|General Population|Russian Federation|9|2|Interfax|Astana|||Kazakhstan|51.18|71.44",
        ),
        tabs(
            "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Recipient Name|Recipient Country|Publication Date|Source|Language",
            "E1|2022-01-05|CONSULT|visit|3.0|VERBAL COOPERATION|diplomatic;economic|Tokayev|KAZ|Putin|RUS|2022-01-06|Interfax|ru",
        ),
        "folder,REPORTER,PARTNER,PRODUCT,FLOW,201901,201902\nx,DE,KZ,TOTAL,2,100,:c\n".into(),
        "DATAFLOW,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nE,M,DE,KZ,TOTAL,1,VALUE_EUR,2022-01,5.5,p\n".into(),
        "refYear,refMonth,reporterISO,flowCode,partnerISO,cmdCode,primaryValue\n2022,1,KAZ,X,RUS,TOTAL,12.5\n".into(),
        "file,year,partner_ru,turnover_kusd,export_kusd,import_kusd\nf,2022,Россия,10,4,6\n,,\"Всего\",1,,\n".into(),
        "Date,Resolution,Title,KAZAKHSTAN,RUSSIAN FEDERATION\n2022-03-02,A/RES/ES-11/1,\"a, b\",A,N\n".into(),
        "rcid,ccode,vote,date\n1,705,2,2022-03-02\n1,365,3,2022-03-02\n".into(),
        "date,a,b,net_edge\n2022-01-05,KAZ,RUS,-1.5\n".into(),
        "indicator,reporter,partner,start,end,value,unit,flag\nexports,KAZ,RUS,2022-01,2022-02,84.6,USD,e\n".into(),
    ]
    .map(String::into_bytes)
    .into()
}

/// A store of two versions with a commit that was begun and not ended.
pub(crate) fn store(folder: &Path) {
    let store = Store::open_or_make(folder).unwrap();
    let mut writer = store.writer("add").unwrap();
    for run in 1..=2 {
        for n in 0..50 {
            let detail = format!("detail {n}");
            writer.add(&row::Doubt { document: Some("d"), source: "s", name: "n", detail: &detail, count: n, run }).unwrap();
        }
        writer.commit().unwrap();
    }
    let path = files(folder).into_iter().find(|f| f.extension().is_some_and(|e| e == "parquet")).unwrap();
    let add = format!(
        "{{\"add\":{{\"path\":\"{}\",\"partitionValues\":{{}},\"size\":1,\"modificationTime\":1,\"dataChange\":true,\"stats\":\"{{\\\"numRecords\\\":50}}\"}}}}",
        path.file_name().unwrap().to_string_lossy()
    );
    std::fs::write(folder.join("journal"), format!("version 3\nby add\ndoubts_v1 {add}\n")).unwrap();
}

/// The files in a folder, by their paths within it.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    fn walk(at: &Path, from: &Path, out: &mut Vec<PathBuf>) {
        for path in std::fs::read_dir(at).unwrap().map(|e| e.unwrap().path()) {
            if path.is_dir() { walk(&path, from, out) } else { out.push(path.strip_prefix(from).unwrap().to_path_buf()) }
        }
    }
    let mut out = Vec::new();
    walk(folder, folder, &mut out);
    out.sort();
    out
}
