using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marshrut.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class NamesakesByBirthDate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_people_organization_id_sort_name",
                table: "people");

            migrationBuilder.CreateIndex(
                name: "ix_people_organization_id_sort_name_birth_date",
                table: "people",
                columns: new[] { "organization_id", "sort_name", "birth_date" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_people_organization_id_sort_name_birth_date",
                table: "people");

            migrationBuilder.CreateIndex(
                name: "ix_people_organization_id_sort_name",
                table: "people",
                columns: new[] { "organization_id", "sort_name" });
        }
    }
}
